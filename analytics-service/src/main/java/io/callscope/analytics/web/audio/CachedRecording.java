package io.callscope.analytics.web.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A recording on disk, open for reading; stays readable when the cache drops its file. One thread's. Close it. */
public final class CachedRecording implements AutoCloseable {
    private final FileChannel channel;
    private final long size;
    private final AudioFormat format;

    private CachedRecording(FileChannel channel, long size, AudioFormat format) {
        this.channel = channel;
        this.size = size;
        this.format = format;
    }

    static CachedRecording open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            ByteBuffer head = ByteBuffer.allocate(AudioFormat.SNIFFED_BYTES);
            while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {
                // until the head is full or the file ends
            }
            byte[] bytes = new byte[head.position()];
            head.flip().get(bytes);
            return new CachedRecording(channel, channel.size(), AudioFormat.sniff(bytes));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    public long size() {
        return size;
    }

    public AudioFormat format() {
        return format;
    }

    /** The bytes of the range; closing the stream closes the recording. */
    public InputStream stream(ByteRange range) {
        return new RangeStream(range);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private final class RangeStream extends InputStream {
        private long position;
        private long left;

        RangeStream(ByteRange range) {
            this.position = range.first();
            this.left = range.length();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int wanted = (int) Math.min(length, left);
            int read = channel.read(ByteBuffer.wrap(target, offset, wanted), position);
            if (read > 0) {
                position += read;
                left -= read;
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            CachedRecording.this.close();
        }
    }
}
