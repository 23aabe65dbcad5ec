package io.callscope.transcribe.child;

import io.callscope.model.json.EventJson;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Frames on a pair of streams: length and JSON of the head, length and JSON of the body. Writing is thread-safe; reading
 * is one thread's.
 */
final class Frames {
    /** A call of many hours has some ten MiB; more is no frame but something that wrote into the pipe. */
    private static final int MOST_BYTES = 256 << 20;

    private static final byte[] NOTHING = new byte[0];

    private final DataInputStream in;
    private final DataOutputStream out;

    record Frame(Message head, byte[] body) {}

    Frames(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    }

    void write(Message head) throws IOException {
        write(head, NOTHING);
    }

    void write(Message head, byte[] body) throws IOException {
        byte[] json = EventJson.write(head);
        synchronized (out) {
            out.writeInt(json.length);
            out.write(json);
            out.writeInt(body.length);
            out.write(body);
            out.flush();
        }
    }

    /** The next frame; null when the other side has closed its end between two. */
    @Nullable
    Frame read() throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException closed) {
            return null;
        }
        Message head = EventJson.read(bytes(length), Message.class);
        return new Frame(head, bytes(in.readInt()));
    }

    private byte[] bytes(int length) throws IOException {
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("a frame of %d bytes: expected 0 to %d".formatted(length, MOST_BYTES));
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the pipe ended within a frame");
        }
        return bytes;
    }
}
