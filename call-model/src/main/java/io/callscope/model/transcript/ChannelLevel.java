package io.callscope.model.transcript;

import org.jspecify.annotations.Nullable;

/**
 * How loud one channel of a recording is, in decibels relative to full scale: 0 is the loudest there is, speech on a
 * good line has −30 to −15.
 *
 * @param activeDbfs root mean square over the parts that are not silent; null when all of it is silent
 * @param peakDbfs the loudest sample; −96.3 for digital silence
 * @param clippedShare share of samples at full scale, 0 to 1
 */
public record ChannelLevel(@Nullable Double activeDbfs, double peakDbfs, double clippedShare) {
    public ChannelLevel {
        if (!(clippedShare >= 0 && clippedShare <= 1)) {
            throw new IllegalArgumentException("clipped share %s: expected 0 to 1".formatted(clippedShare));
        }
    }
}
