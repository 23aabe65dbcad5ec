package io.callscope.standalone.way;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Recordings made in memory: tones in RIFF WAVE, well-formed or broken on purpose. */
final class WavFiles {
    static final int RATE_HZ = 8000;
    private static final int HEADER_BYTES = 44;
    private static final int PCM = 1;

    private WavFiles() {}

    /** 16-bit PCM; the seed makes each recording different from all others. */
    static byte[] tone(int channels, double seconds, int seed) {
        int frames = (int) (seconds * RATE_HZ);
        ByteBuffer file = header(channels, PCM, frames * channels * 2, frames * channels * 2);
        for (int frame = 0; frame < frames; frame++) {
            double phase = 2 * Math.PI * (300 + seed % 700) * frame / RATE_HZ;
            for (int channel = 0; channel < channels; channel++) {
                file.putShort((short) (8000 * Math.sin(phase + channel) + seed % 13));
            }
        }
        return file.array();
    }

    /** A file whose header declares another amount of data than follows. */
    static byte[] declaring(int declaredBytes, double seconds, int seed) {
        byte[] file = tone(2, seconds, seed);
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(4, declaredBytes + 36)
                .putInt(40, declaredBytes);
        return file;
    }

    /** A file of a format nobody knows. */
    static byte[] ofCodec(int formatTag, double seconds, int seed) {
        byte[] file = tone(2, seconds, seed);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putShort(20, (short) formatTag);
        return file;
    }

    private static ByteBuffer header(int channels, int formatTag, int dataBytes, int declaredBytes) {
        ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(declaredBytes + 36);
        file.put("WAVEfmt ".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .putInt(16);
        file.putShort((short) formatTag).putShort((short) channels).putInt(RATE_HZ);
        file.putInt(RATE_HZ * channels * 2).putShort((short) (channels * 2)).putShort((short) 16);
        file.put("data".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(declaredBytes);
        return file;
    }
}
