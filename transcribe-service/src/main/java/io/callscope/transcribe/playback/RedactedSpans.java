package io.callscope.transcribe.playback;

import io.callscope.model.transcript.Rewrite;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import io.callscope.transcribe.audio.MutedSpan;
import java.util.List;

/** Where in a recording what was taken out of its transcript was said. Stateless. */
public final class RedactedSpans {
    /**
     * Added at both ends. A recogniser is a few frames wrong about where a word begins (a frame of Vosk's models is 30 ms),
     * and a word's last consonant fades after it. It also outlasts the 90 ms over which MP3 at 16 kHz smears the sound
     * beside the span into it.
     */
    static final long PADDING_MS = 150;

    private RedactedSpans() {}

    /** In the order of the transcript; they may overlap. Empty when nothing was taken out. */
    public static List<MutedSpan> of(Transcript transcript) {
        return transcript.utterances().stream()
                .flatMap(utterance -> utterance.rewrites().stream()
                        .filter(rewrite -> rewrite.kind() == Rewrite.Kind.REDACTION)
                        .map(rewrite -> span(utterance, rewrite)))
                .toList();
    }

    private static MutedSpan span(Utterance utterance, Rewrite rewrite) {
        // without times of its words, all of an utterance has to go
        boolean timed = rewrite.endMs() > rewrite.startMs();
        long start = timed ? rewrite.startMs() : Math.min(utterance.startMs(), rewrite.startMs());
        long end = timed ? rewrite.endMs() : Math.max(utterance.endMs(), rewrite.endMs());
        return new MutedSpan(Math.max(0, start - PADDING_MS), end + PADDING_MS);
    }
}
