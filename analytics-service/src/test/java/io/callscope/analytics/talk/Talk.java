package io.callscope.analytics.talk;

import io.callscope.analytics.store.CallFixtures;
import io.callscope.model.call.CallId;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.ChannelLevel;
import io.callscope.model.transcript.Parties;
import io.callscope.model.transcript.RoleSource;
import io.callscope.model.transcript.Separation;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Waveform;
import io.callscope.model.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds calls out of who speaks when. */
final class Talk {
    private final List<Utterance> said = new ArrayList<>();
    private final long durationMs;
    private int channels = 2;
    private Separation separation = Separation.CHANNELS;
    private @Nullable Waveform waveform;
    private List<ChannelLevel> levels = List.of();

    private Talk(long durationMs) {
        this.durationMs = durationMs;
    }

    static Talk lasting(long durationMs) {
        return new Talk(durationMs);
    }

    Talk agent(long fromMs, long toMs, String text) {
        return says(Party.AGENT, 1, fromMs, toMs, text);
    }

    Talk customer(long fromMs, long toMs, String text) {
        return says(Party.CUSTOMER, 0, fromMs, toMs, text);
    }

    /** Without words, as an imported transcript may be. */
    Talk says(Party party, int channel, long fromMs, long toMs, String text) {
        said.add(new Utterance(0, channel, party, fromMs, toMs, text, null, List.of()));
        return this;
    }

    /** With words at these times: start, end, start, end. */
    Talk words(Party party, int channel, String text, long... times) {
        String[] texts = text.split(" ");
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            words.add(new Word(texts[i], times[2 * i], times[2 * i + 1], 0.9));
        }
        said.add(new Utterance(0, channel, party, times[0], times[times.length - 1], text, 0.9, words));
        return this;
    }

    Talk channels(int count) {
        channels = count;
        return this;
    }

    Talk separatedBy(Separation by) {
        separation = by;
        return this;
    }

    Talk waveform(int bucketMs, byte[]... peaks) {
        waveform = Waveform.of(bucketMs, List.of(peaks));
        return this;
    }

    Talk levels(ChannelLevel... of) {
        levels = List.of(of);
        return this;
    }

    CallTranscribed call(String language) {
        List<Utterance> inOrder = new ArrayList<>();
        said.stream()
                .sorted(Comparator.comparingLong(Utterance::startMs))
                .forEach(u -> inOrder.add(new Utterance(
                        inOrder.size(),
                        channels == 1 ? 0 : u.channel(),
                        u.party(),
                        u.startMs(),
                        u.endMs(),
                        u.text(),
                        u.confidence(),
                        u.words())));
        Transcript transcript = new Transcript(
                language,
                TranscriptSource.RECOGNISED,
                "model",
                null,
                durationMs,
                channels,
                null,
                new Parties(separation, RoleSource.METADATA, null),
                List.of(),
                inOrder);
        return new CallTranscribed(
                new CallId("call"),
                CallFixtures.metadata(),
                null,
                transcript,
                transcript.hash(),
                waveform,
                levels,
                null,
                CallFixtures.STARTED,
                1);
    }
}
