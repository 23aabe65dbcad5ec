package io.callscope.transcribe.transcript;

import io.callscope.model.call.Party;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import io.callscope.transcribe.diarize.Voices;
import io.callscope.transcribe.recognize.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/** Makes utterances of words. Stateless apart from its setting, thread-safe. */
public final class UtteranceBuilder {
    /** A silence this long ends an utterance: shorter ones are breath, longer ones are a turn or a thought. */
    public static final Duration DEFAULT_SILENCE = Duration.ofMillis(700);

    private final long silenceMs;

    public UtteranceBuilder() {
        this(DEFAULT_SILENCE);
    }

    /**
     * @param silence between two words of one utterance there is at most this much
     */
    public UtteranceBuilder(Duration silence) {
        this.silenceMs = silence.toMillis();
    }

    /**
     * @param channels by channel, what was recognised in it
     * @param partyOf the party of a channel
     * @return the utterances of all channels in order of start time, numbered from 0
     */
    public List<Utterance> build(List<List<Phrase>> channels, IntFunction<Party> partyOf) {
        return utterances(byChannel(channels), partyOf);
    }

    /** What was said in channels of which each has a party, in order of start time. */
    List<Spoken> byChannel(List<List<Phrase>> channels) {
        List<Spoken> spoken = new ArrayList<>();
        for (int channel = 0; channel < channels.size(); channel++) {
            for (Phrase phrase : channels.get(channel)) {
                spoken.add(new Spoken(channel, channel, null, phrase.words()));
            }
        }
        return split(spoken);
    }

    /** What two voices said in one channel, in order of start time. */
    List<Spoken> byVoice(int channel, List<Phrase> phrases, Voices voices) {
        return split(VoiceSplitter.split(channel, phrases, voices));
    }

    /** What was said in one channel by nobody knows whom, in order of start time. */
    List<Spoken> ofOne(int channel, List<Phrase> phrases) {
        return split(phrases.stream()
                .map(phrase -> new Spoken(channel, 0, null, phrase.words()))
                .toList());
    }

    /** Numbers them and gives each side its party. */
    static List<Utterance> utterances(List<Spoken> spoken, IntFunction<Party> partyOfSide) {
        Objects.requireNonNull(partyOfSide, "partyOfSide");
        List<Utterance> utterances = new ArrayList<>(spoken.size());
        for (Spoken each : spoken) {
            utterances.add(each.utterance(utterances.size(), partyOfSide.apply(each.side())));
        }
        return utterances;
    }

    private List<Spoken> split(List<Spoken> spoken) {
        List<Spoken> pieces = new ArrayList<>();
        for (Spoken each : spoken) {
            List<Word> words = each.words();
            int from = 0;
            for (int i = 1; i <= words.size(); i++) {
                if (i == words.size()
                        || words.get(i).startMs() - words.get(i - 1).endMs() > silenceMs) {
                    pieces.add(new Spoken(each.channel(), each.side(), each.sideConfidence(), words.subList(from, i)));
                    from = i;
                }
            }
        }
        pieces.sort(Comparator.comparingLong(Spoken::startMs)
                .thenComparingInt(Spoken::channel)
                .thenComparingLong(Spoken::endMs));
        return pieces;
    }
}
