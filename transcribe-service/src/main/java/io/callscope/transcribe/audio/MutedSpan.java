package io.callscope.transcribe.audio;

/**
 * A stretch of a recording that nobody may hear.
 *
 * @param startMs from the start of the recording, milliseconds
 * @param endMs its end, behind {@code startMs}; may lie behind the end of the recording
 */
public record MutedSpan(long startMs, long endMs) {
    public MutedSpan {
        if (startMs < 0 || endMs <= startMs) {
            throw new IllegalArgumentException(
                    "muted span %d to %d ms: expected 0 <= start < end".formatted(startMs, endMs));
        }
    }
}
