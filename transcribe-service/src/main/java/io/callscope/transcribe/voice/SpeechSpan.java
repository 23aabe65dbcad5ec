package io.callscope.transcribe.voice;

/**
 * Where somebody speaks.
 *
 * @param startMs milliseconds from the start of the recording
 * @param endMs milliseconds from the start of the recording
 */
public record SpeechSpan(long startMs, long endMs) {
    public SpeechSpan {
        if (startMs < 0 || endMs < startMs) {
            throw new IllegalArgumentException(
                    "speech at %d to %d ms: expected 0 <= start <= end".formatted(startMs, endMs));
        }
    }
}
