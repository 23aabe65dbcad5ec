package io.callscope.transcribe.worker;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A recording that no sound recogniser can fall over: a second of a quiet tone, mono, 16 bit, 8 kHz. Stateless. */
final class HarmlessWav {
    private static final int RATE_HZ = 8_000;
    private static final int HEADER_BYTES = 44;
    private static final int BYTES = 2 * RATE_HZ;

    private HarmlessWav() {}

    static byte[] bytes() {
        ByteBuffer wav = ByteBuffer.allocate(HEADER_BYTES + BYTES).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + BYTES).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(RATE_HZ).putInt(2 * RATE_HZ).putShort((short) 2).putShort((short) 16);
        wav.put(ascii("data")).putInt(BYTES);
        for (int i = 0; i < RATE_HZ; i++) {
            wav.putShort((short) Math.round(300 * Math.sin(2 * Math.PI * 440 * i / RATE_HZ)));
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
