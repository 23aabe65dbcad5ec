package io.callscope.transcribe.diarize;

import java.util.List;

/**
 * The voices of one channel, without anything by which a person could be known again. Immutable.
 *
 * @param count 0 when they were not told apart: each party has a channel, there is no speaker model, or too little
 *     speech; 1 when all speech is of one voice; 2
 * @param spans in order of time; empty unless there are two voices
 */
public record Voices(int count, List<VoiceSpan> spans) {
    /** They were not told apart. */
    public static final Voices UNKNOWN = new Voices(0, List.of());

    /** All speech is of one voice. */
    public static final Voices ONE = new Voices(1, List.of());

    public Voices {
        spans = List.copyOf(spans);
        if (count < 0 || count > 2 || (count == 2) == spans.isEmpty()) {
            throw new IllegalArgumentException(
                    "%d voices in %d spans: expected 0 or 1 in none, or 2 in some".formatted(count, spans.size()));
        }
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).startMs() < spans.get(i - 1).endMs()) {
                throw new IllegalArgumentException("voice span %d starts before the one ahead of it ends".formatted(i));
            }
        }
    }
}
