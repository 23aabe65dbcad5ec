package io.callscope.transcribe.voice;

import java.util.Objects;

/**
 * What the voice sounds like at one moment. It serves to tell the voices of one call apart and lives no longer than
 * that; it is neither stored nor logged nor sent.
 *
 * @param startMs of the moment, milliseconds from the start of the recording
 * @param endMs of the moment; the vector stands on the speech around it as well
 * @param frames speech within the moment, frames of 10 ms
 * @param vector 128 numbers of length 1; only their direction counts
 */
public record VoiceWindow(long startMs, long endMs, int frames, float[] vector) {
    public VoiceWindow {
        Objects.requireNonNull(vector, "vector");
        if (startMs < 0 || endMs <= startMs || frames < 1) {
            throw new IllegalArgumentException(
                    "%d frames at %d to %d ms: expected some in 0 <= start < end".formatted(frames, startMs, endMs));
        }
    }

    @Override
    public String toString() {
        return "voice at %d to %d ms".formatted(startMs, endMs);
    }
}
