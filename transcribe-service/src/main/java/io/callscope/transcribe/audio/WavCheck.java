package io.callscope.transcribe.audio;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Walks the chunks of a WAV file and holds what they declare against what is there, because FFmpeg believes much of it.
 * No declared size is ever used to allocate memory. Used once, by one thread.
 */
final class WavCheck {
    private static final int MOST_CHUNKS = 1_000;
    private static final long UINT32 = 0xFFFF_FFFFL;

    private final SeekableByteChannel channel;
    private final long fileBytes;
    private @Nullable WavHeader header;
    private long dataSizeOf64 = -1;

    private WavCheck(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.fileBytes = channel.size();
    }

    /**
     * @throws RejectedCallException AUDIO_HEADER_INVALID, AUDIO_TRUNCATED, TOO_MANY_CHANNELS or NO_AUDIO
     */
    static void check(Path recording, int maxChannels) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(recording)) {
            new WavCheck(channel).walk(maxChannels);
        }
    }

    private void walk(int maxChannels) throws IOException {
        long position = 12;
        for (int i = 0; i < MOST_CHUNKS && position + 8 <= fileBytes; i++) {
            ByteBuffer head = read(position, 8);
            String id = ascii(head, 4);
            long size = head.getInt() & UINT32;
            long body = position + 8;
            if (id.equals("data")) {
                judgeData(body, size, maxChannels);
                return;
            }
            if (id.equals("fmt ")) {
                header = readHeader(body, size);
            } else if (id.equals("ds64") && size >= 28 && body + 28 <= fileBytes) {
                dataSizeOf64 = read(body + 8, 8).getLong();
            }
            position = body + size + (size & 1);
        }
        if (header == null) {
            throw WavHeader.invalid("no fmt chunk: expected one ahead of the samples");
        }
        throw new RejectedCallException(
                RejectReason.AUDIO_TRUNCATED, "WAV of %d bytes ends ahead of its data chunk".formatted(fileBytes));
    }

    private WavHeader readHeader(long body, long size) throws IOException {
        if (size < 16) {
            throw WavHeader.invalid("fmt chunk of %d bytes: expected 16 or more".formatted(size));
        }
        if (body + 16 > fileBytes) {
            throw new RejectedCallException(RejectReason.AUDIO_TRUNCATED, "WAV ends inside its header");
        }
        ByteBuffer buffer = read(body, 16);
        int tag = buffer.getShort() & 0xFFFF;
        int channels = buffer.getShort() & 0xFFFF;
        long rateHz = buffer.getInt() & UINT32;
        long byteRate = buffer.getInt() & UINT32;
        int align = buffer.getShort() & 0xFFFF;
        int bits = buffer.getShort() & 0xFFFF;
        if (tag == WavHeader.EXTENSIBLE && size >= 40 && body + 26 <= fileBytes) {
            tag = read(body + 24, 2).getShort() & 0xFFFF;
        }
        return new WavHeader(tag, channels, rateHz, byteRate, align, bits);
    }

    private void judgeData(long body, long size, int maxChannels) {
        if (header == null) {
            throw WavHeader.invalid("no fmt chunk ahead of the samples");
        }
        header.check();
        if (header.channels() > maxChannels) {
            throw new RejectedCallException(
                    RejectReason.TOO_MANY_CHANNELS,
                    "%d channels: expected at most %d".formatted(header.channels(), maxChannels));
        }
        long present = fileBytes - body;
        if (present == 0) {
            throw new RejectedCallException(RejectReason.NO_AUDIO, "WAV without a single sample");
        }
        long declared = size == UINT32 && dataSizeOf64 >= 0 ? dataSizeOf64 : size;
        if (!isStreaming(declared)) {
            DeclaredLength.judge(declared, present, Math.max(0, header.blockAlign() - 1), "bytes of samples");
        }
    }

    /** Sizes that writers put in when they do not know the length yet: they mean "until the end". */
    private static boolean isStreaming(long declared) {
        return declared == 0
                || declared >= 0x7FFF_F000L && declared <= 0x8000_0024L
                || declared >= 0xFFFF_F000L && declared <= UINT32;
    }

    private ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(position);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // read on
        }
        return buffer.clear();
    }

    private static String ascii(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
