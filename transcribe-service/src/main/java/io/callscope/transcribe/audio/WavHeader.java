package io.callscope.transcribe.audio;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;

/**
 * The {@code fmt } chunk of a WAV file.
 *
 * @param formatTag what the samples are: 1 PCM, 3 float, 6 A-law, 7 µ-law, …; of an extensible header its sub-format
 * @param channels number of channels
 * @param sampleRateHz samples of one channel a second
 * @param byteRate bytes a second
 * @param blockAlign bytes of one sample of all channels (of one block, for compressed formats)
 * @param bitsPerSample bits of one sample of one channel
 */
record WavHeader(int formatTag, int channels, long sampleRateHz, long byteRate, int blockAlign, int bitsPerSample) {
    static final int PCM = 1;
    static final int FLOAT = 3;
    static final int A_LAW = 6;
    static final int MU_LAW = 7;
    static final int EXTENSIBLE = 0xFFFE;

    private static final int LOWEST_RATE_HZ = 4_000;
    private static final int HIGHEST_RATE_HZ = 192_000;

    /**
     * Checks that the header agrees with itself. How many channels are too many is not judged here.
     *
     * @throws RejectedCallException AUDIO_HEADER_INVALID naming the field
     */
    void check() {
        if (channels == 0) {
            throw invalid("0 channels: expected 1 or more");
        }
        if (sampleRateHz < LOWEST_RATE_HZ || sampleRateHz > HIGHEST_RATE_HZ) {
            throw invalid(
                    "sample rate %d Hz: expected %d to %d".formatted(sampleRateHz, LOWEST_RATE_HZ, HIGHEST_RATE_HZ));
        }
        if (!isUncompressed()) {
            return;
        }
        if (bitsPerSample == 0 || bitsPerSample % 8 != 0 || bitsPerSample > 64) {
            throw invalid("%d bits a sample: expected 8, 16, 24, 32 or 64".formatted(bitsPerSample));
        }
        int expectedAlign = channels * bitsPerSample / 8;
        if (blockAlign != expectedAlign) {
            throw invalid("block align %d: expected %d for %d channels of %d bits"
                    .formatted(blockAlign, expectedAlign, channels, bitsPerSample));
        }
        if (byteRate != sampleRateHz * blockAlign) {
            throw invalid("byte rate %d: expected %d".formatted(byteRate, sampleRateHz * blockAlign));
        }
    }

    /** Whether every sample has the same number of bytes. */
    boolean isUncompressed() {
        return formatTag == PCM || formatTag == FLOAT || formatTag == A_LAW || formatTag == MU_LAW;
    }

    static RejectedCallException invalid(String what) {
        return new RejectedCallException(RejectReason.AUDIO_HEADER_INVALID, "WAV header: " + what);
    }
}
