package io.callscope.transcribe.audio;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells whether the last piece of an Ogg or MP4 file is complete. A recording that lost its end is decoded by FFmpeg
 * without a word, and what the customer said last would be missing from the transcript unseen.
 */
final class CutOff {
    private static final int OGG_HEADER_BYTES = 27;

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
