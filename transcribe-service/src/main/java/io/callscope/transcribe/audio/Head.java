package io.callscope.transcribe.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The first bytes of a recording, for looking at. Reads beyond the end give 0. Immutable. */
final class Head {
    private static final int MOST_BYTES = 64 * 1024;

    private final byte[] bytes;

    Head(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static Head of(Path recording) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(recording)) {
            ByteBuffer buffer = ByteBuffer.allocate(MOST_BYTES);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // read on until full or at the end
            }
            return new Head(Arrays.copyOf(buffer.array(), buffer.position()));
        }
    }

    int length() {
        return bytes.length;
    }

    int at(int offset) {
        return offset >= 0 && offset < bytes.length ? bytes[offset] & 0xFF : 0;
    }

    boolean has(int offset, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (offset + i >= bytes.length || at(offset + i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean has(int offset, int... values) {
        for (int i = 0; i < values.length; i++) {
            if (offset + i >= bytes.length || at(offset + i) != values[i]) {
                return false;
            }
        }
        return true;
    }

    /** Length of an ID3v2 tag at the front, 0 without one. */
    int tagLength() {
        if (!has(0, "ID3")) {
            return 0;
        }
        // four bytes of seven bits each
        int size = (at(6) & 0x7F) << 21 | (at(7) & 0x7F) << 14 | (at(8) & 0x7F) << 7 | at(9) & 0x7F;
        return size + 10;
    }

    /** Whether an EBML file (Matroska) says of itself that it is WebM: its DocType, element 0x4282, is near the front. */
    boolean isWebm() {
        for (int offset = 4; offset < Math.min(bytes.length, 64); offset++) {
            if (has(offset, 0x42, 0x82, 0x84) && has(offset + 3, "webm")) {
                return true;
            }
        }
        return false;
    }

    /** Whether this is text: no control characters but white space. Empty is none. */
    boolean isText() {
        int looked = Math.min(bytes.length, 4096);
        for (int i = 0; i < looked; i++) {
            int value = at(i);
            if (value < 0x20 && value != '\n' && value != '\r' && value != '\t' && value != '\f' || value == 0x7F) {
                return false;
            }
        }
        return looked > 0 && decodesAsUtf8(looked);
    }

    private boolean decodesAsUtf8(int length) {
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == '\uFFFD').count();
        // a character may be cut at the end of what was looked at
        return broken <= 1;
    }

    /** The beginning as lower-case text, without byte order mark and leading white space. */
    String text() {
        String text = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.UTF_8);
        return text.replace("\uFEFF", "").stripLeading().toLowerCase(java.util.Locale.ROOT);
    }
}
