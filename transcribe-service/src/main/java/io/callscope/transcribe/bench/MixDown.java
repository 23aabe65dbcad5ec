package io.callscope.transcribe.bench;

import io.callscope.transcribe.audio.AudioDecoder;
import io.callscope.transcribe.audio.PcmSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes one channel of all channels of a recording, as a recorder does that keeps but one. Stateless. */
public final class MixDown {
    private static final int RATE_HZ = 16_000;
    private static final int HEADER = 44;

    private MixDown() {}

    /**
     * @param target overwritten with a WAV file of one channel, each sample the mean of all channels
     * @return number of channels that went into it
     */
    public static int mix(AudioDecoder decoder, Path recording, Path target) throws IOException, InterruptedException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            // the length is not known before the end
            out.write(new byte[HEADER]);
            PcmSink sink = (channels, count) -> write(channels, count, out);
            int channels = decoder.decode(recording, RATE_HZ, sink).channels();
            out.flush();
            try (var file = Files.newByteChannel(target, java.nio.file.StandardOpenOption.WRITE)) {
                file.write(header(Math.toIntExact(Files.size(target) - HEADER)));
            }
            return channels;
        }
    }

    private static void write(short[][] channels, int count, OutputStream out) {
        try {
            for (int i = 0; i < count; i++) {
                int sum = 0;
                for (short[] channel : channels) {
                    sum += channel[i];
                }
                int mean = sum / channels.length;
                out.write(mean & 0xFF);
                out.write(mean >> 8 & 0xFF);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the mixed recording cannot be written", e);
        }
    }

    private static ByteBuffer header(int bytes) {
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(HEADER - 8 + bytes)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE_HZ)
                .putInt(2 * RATE_HZ)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(bytes)
                .flip();
    }
}
