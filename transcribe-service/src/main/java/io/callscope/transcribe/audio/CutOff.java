package io.callscope.transcribe.audio;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells whether the last piece of an Ogg, MP4 or Matroska file is complete. A recording that lost its end is decoded by FFmpeg
 * without a word, and what the customer said last would be missing from the transcript unseen.
 */
final class CutOff {
    private static final int OGG_HEADER_BYTES = 27;
    private static final int MATROSKA_SEGMENT = 0x18538067;

    private CutOff() {}

    /**
     * Walks the pages.
     *
     * @throws RejectedCallException AUDIO_TRUNCATED when the last page lacks bytes
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3533#section-6">RFC 3533, 6</a>
     */
    static void checkOgg(Path recording) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(recording)) {
            long size = channel.size();
            ByteBuffer buffer = ByteBuffer.allocate(OGG_HEADER_BYTES + 255);
            long position = 0;
            while (position < size) {
                read(channel, position, buffer);
                if (buffer.limit() >= 4 && !isOggPage(buffer)) {
                    // not at a page: the demuxer finds the next one by itself
                    return;
                }
                int lacings = buffer.limit() < OGG_HEADER_BYTES ? 255 : buffer.get(26) & 0xFF;
                if (buffer.limit() < OGG_HEADER_BYTES + lacings) {
                    throw cutOff("Ogg", "page");
                }
                long end = position + OGG_HEADER_BYTES + lacings;
                for (int i = 0; i < lacings; i++) {
                    end += buffer.get(OGG_HEADER_BYTES + i) & 0xFF;
                }
                if (end > size) {
                    throw cutOff("Ogg", "page");
                }
                position = end;
            }
        }
    }

    private static boolean isOggPage(ByteBuffer buffer) {
        return buffer.get(0) == 'O' && buffer.get(1) == 'g' && buffer.get(2) == 'g' && buffer.get(3) == 'S';
    }

    /**
     * Walks the boxes of the top level.
     *
     * @throws RejectedCallException AUDIO_TRUNCATED when the last box lacks bytes
     */
    static void checkMp4(Path recording) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(recording)) {
            long size = channel.size();
            ByteBuffer buffer = ByteBuffer.allocate(16);
            long position = 0;
            while (position < size) {
                read(channel, position, buffer);
                if (buffer.limit() < 8) {
                    throw cutOff("MP4", "box");
                }
                long length = buffer.getInt(0) & 0xFFFF_FFFFL;
                if (length == 1 && buffer.limit() == 16) {
                    length = buffer.getLong(8);
                }
                if (length == 0) {
                    // up to the end, whatever that is
                    return;
                }
                if (length < 8) {
                    throw new RejectedCallException(
                            RejectReason.AUDIO_HEADER_INVALID, "MP4: a box of %d bytes".formatted(length));
                }
                if (length > size - position) {
                    throw cutOff("MP4", "box");
                }
                position += length;
            }
        }
    }

    /**
     * Compares the size of the segment, which holds everything, with what is there. Recorders that write while they
     * record leave it open.
     *
     * @throws RejectedCallException AUDIO_TRUNCATED when the segment lacks bytes
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8794#section-6">RFC 8794, 6</a>
     */
    static void checkMatroska(Path recording) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(recording)) {
            ByteBuffer buffer = ByteBuffer.allocate(16);
            read(channel, 0, buffer);
            long header = elementSize(buffer);
            if (header < 0 || header > channel.size()) {
                return;
            }
            long segment = 4 + sizeLength(buffer) + header;
            read(channel, segment, buffer);
            if (buffer.limit() < 12 || buffer.getInt(0) != MATROSKA_SEGMENT) {
                return;
            }
            long size = elementSize(buffer);
            if (size >= 0 && segment + 4 + sizeLength(buffer) + size > channel.size()) {
                throw cutOff("Matroska", "segment");
            }
        }
    }

    /** Bytes of the size that stands behind a four-byte id. */
    private static int sizeLength(ByteBuffer element) {
        return Integer.numberOfLeadingZeros(element.get(4) & 0xFF) - 23;
    }

    /** Size of the element with a four-byte id; -1 when it is left open or none. */
    private static long elementSize(ByteBuffer element) {
        int length = sizeLength(element);
        if (length > 8 || 4 + length > element.limit()) {
            return -1;
        }
        long size = element.get(4) & (0xFF >> length);
        for (int i = 1; i < length; i++) {
            size = size << 8 | element.get(4 + i) & 0xFF;
        }
        long open = (1L << 7 * length) - 1;
        return size == open ? -1 : size;
    }

    private static void read(SeekableByteChannel channel, long position, ByteBuffer buffer) throws IOException {
        buffer.clear();
        channel.position(position);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // read on
        }
        buffer.flip();
    }

    private static RejectedCallException cutOff(String container, String piece) {
        return new RejectedCallException(
                RejectReason.AUDIO_TRUNCATED,
                "%s: the last %s lacks bytes: the recording was cut off".formatted(container, piece));
    }
}
