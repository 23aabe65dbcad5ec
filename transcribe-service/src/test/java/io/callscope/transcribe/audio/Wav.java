package io.callscope.transcribe.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes WAV files byte by byte, so that a test can write wrong ones. Each setter replaces a correct value. */
final class Wav {
    private final short[][] channels;
    private int formatTag = 1;
    private int channelCount;
    private long rateHz;
    private long byteRate;
    private int blockAlign;
    private final int bits = 16;
    private long dataSize;
    private int presentBytes;

    private Wav(long rateHz, short[][] channels) {
        this.channels = channels;
        this.rateHz = rateHz;
        this.channelCount = channels.length;
        this.blockAlign = channels.length * 2;
        this.byteRate = rateHz * blockAlign;
        this.presentBytes = channels[0].length * blockAlign;
        this.dataSize = presentBytes;
    }

    static Wav of(long rateHz, short[]... channels) {
        return new Wav(rateHz, channels);
    }

    Wav formatTag(int tag) {
        this.formatTag = tag;
        return this;
    }

    Wav rateHz(long value) {
        this.rateHz = value;
        this.byteRate = value * blockAlign;
        return this;
    }

    Wav byteRate(long value) {
        this.byteRate = value;
        return this;
    }

    Wav blockAlign(int value) {
        this.blockAlign = value;
        return this;
    }

    Wav channelCount(int value) {
        this.channelCount = value;
        return this;
    }

    /** What the header says that the samples have in bytes. */
    Wav dataSize(long value) {
        this.dataSize = value;
        return this;
    }

    /** Cuts the file off. */
    Wav presentBytes(int value) {
        this.presentBytes = value;
        return this;
    }

    byte[] bytes() {
        int samples = channels[0].length;
        ByteBuffer out = ByteBuffer.allocate(44 + samples * channels.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt((int) (36 + dataSize)).put(ascii("WAVE"));
        out.put(ascii("fmt ")).putInt(16).putShort((short) formatTag).putShort((short) channelCount);
        out.putInt((int) rateHz)
                .putInt((int) byteRate)
                .putShort((short) blockAlign)
                .putShort((short) bits);
        out.put(ascii("data")).putInt((int) dataSize);
        for (int i = 0; i < samples; i++) {
            for (short[] channel : channels) {
                out.putShort(channel[i]);
            }
        }
        return java.util.Arrays.copyOf(out.array(), 44 + presentBytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
