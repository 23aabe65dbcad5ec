package io.callscope.transcribe.diarize;

/**
 * One voice over a stretch of a recording.
 *
 * @param startMs milliseconds from the start of the recording
 * @param endMs milliseconds from the start of the recording
 * @param voice 0 or 1; 0 is the one that is heard first
 * @param confidence how sure that is, 0.5 to 1
 */
public record VoiceSpan(long startMs, long endMs, int voice, double confidence) {
    public VoiceSpan {
        if (startMs < 0 || endMs <= startMs) {
            throw new IllegalArgumentException(
                    "voice at %d to %d ms: expected 0 <= start < end".formatted(startMs, endMs));
        }
        if (voice < 0 || voice > 1) {
            throw new IllegalArgumentException("voice %d: expected 0 or 1".formatted(voice));
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("voice confidence %s: expected 0 to 1".formatted(confidence));
        }
    }
}
