package io.callscope.transcribe.audio;

import java.time.Duration;
import java.util.Objects;

/**
 * What is accepted of a recording.
 *
 * @param maxChannels most channels, at least 1
 * @param maxDuration longest audio once decoded; a megabyte can hold ten hours of silence
 */
public record AudioLimits(int maxChannels, Duration maxDuration) {
    /** Two channels, four hours. */
    public static final AudioLimits DEFAULT = new AudioLimits(2, Duration.ofHours(4));

    public AudioLimits {
        Objects.requireNonNull(maxDuration, "maxDuration");
        if (maxChannels < 1) {
            throw new IllegalArgumentException("maxChannels %d: expected 1 or more".formatted(maxChannels));
        }
        if (maxDuration.isNegative() || maxDuration.isZero()) {
            throw new IllegalArgumentException("maxDuration %s: expected more than zero".formatted(maxDuration));
        }
    }
}
