package io.callscope.transcribe.transcript;

import io.callscope.model.call.Party;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import io.callscope.transcribe.recognize.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

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
        Objects.requireNonNull(partyOf, "partyOf");
        List<Spoken> spoken = new ArrayList<>();
        for (int channel = 0; channel < channels.size(); channel++) {
            for (Phrase phrase : channels.get(channel)) {
                split(channel, phrase.words(), spoken);
            }
        }
        spoken.sort(Comparator.comparingLong(Spoken::startMs)
                .thenComparingInt(Spoken::channel)
                .thenComparingLong(Spoken::endMs));
        List<Utterance> utterances = new ArrayList<>(spoken.size());
        for (Spoken each : spoken) {
            utterances.add(each.utterance(utterances.size(), partyOf.apply(each.channel())));
        }
        return utterances;
    }

    private void split(int channel, List<Word> words, List<Spoken> into) {
        int from = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || words.get(i).startMs() - words.get(i - 1).endMs() > silenceMs) {
                into.add(new Spoken(channel, words.subList(from, i)));
                from = i;
            }
        }
    }

    /** An utterance that has no number yet. */
    private record Spoken(int channel, List<Word> words) {
        long startMs() {
            return words.get(0).startMs();
        }

        long endMs() {
            return words.get(words.size() - 1).endMs();
        }

        Utterance utterance(int id, Party party) {
            String text = words.stream().map(Word::text).collect(Collectors.joining(" "));
            double confidence =
                    words.stream().mapToDouble(Word::confidence).average().orElse(0);
            return new Utterance(id, channel, party, startMs(), endMs(), text, confidence, words);
        }
    }
}
