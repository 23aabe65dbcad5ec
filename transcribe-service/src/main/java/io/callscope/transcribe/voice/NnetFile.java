package io.callscope.transcribe.voice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The numbers in a binary Kaldi {@code nnet3} file: tokens that end in a blank, a component's name behind
 * {@code <ComponentName>}, then its fields, matrices and vectors being a type, their dimensions and little-endian floats.
 *
 * @see <a href="https://kaldi-asr.org/doc/io.html">Kaldi I/O mechanisms</a>
 */
final class NnetFile {
    private static final long MOST_BYTES = 256L << 20;

    private final Path file;
    private final byte[] bytes;
    private final ByteBuffer numbers;

    private NnetFile(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
        this.numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static NnetFile read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("%s: %d bytes, expected at most %d".formatted(file, Files.size(file), MOST_BYTES));
        }
        return new NnetFile(file, Files.readAllBytes(file));
    }

    /**
     * @param field such as {@code <BiasParams>}
     * @param length what is expected
     * @return shape {@code [length]}
     */
    float[] vector(String component, String field, int length) throws IOException {
        int at = fieldOf(component, field);
        expect(at, "FV ", component, field);
        expectSize(at + 3, length, component, field);
        return floats(at + 8, length, component, field);
    }

    /**
     * @return row by row, shape {@code [rows * columns]}
     */
    float[] matrix(String component, String field, int rows, int columns) throws IOException {
        int at = fieldOf(component, field);
        expect(at, "FM ", component, field);
        expectSize(at + 3, rows, component, field);
        expectSize(at + 8, columns, component, field);
        return floats(at + 13, rows * columns, component, field);
    }

    /** A matrix that fills a file of its own. */
    float[] onlyMatrix(int rows, int columns) throws IOException {
        String name = "matrix";
        expect(0, "\0BFM ", name, "head");
        expectSize(5, rows, name, "rows");
        expectSize(10, columns, name, "columns");
        return floats(15, rows * columns, name, "values");
    }

    private int fieldOf(String component, String field) throws IOException {
        int from = find("<ComponentName> " + component + " ", 0, bytes.length);
        if (from < 0) {
            throw new IOException("%s: no component %s".formatted(file, component));
        }
        int next = find("<ComponentName> ", from + 1, bytes.length);
        int at = find(field + " ", from, next < 0 ? bytes.length : next);
        if (at < 0) {
            throw new IOException("%s: component %s has no %s".formatted(file, component, field));
        }
        return at + field.length() + 1;
    }

    private int find(String token, int from, int to) {
        byte[] wanted = token.getBytes(StandardCharsets.US_ASCII);
        for (int at = from; at + wanted.length <= to; at++) {
            if (bytes[at] == wanted[0] && startsAt(at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private boolean startsAt(int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (at + i >= bytes.length || bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private void expect(int at, String type, String component, String field) throws IOException {
        if (!startsAt(at, type.getBytes(StandardCharsets.US_ASCII))) {
            throw new IOException("%s: %s %s: expected %s".formatted(file, component, field, type.strip()));
        }
    }

    /** A whole number is written as its length in bytes, 4, and its value. */
    private void expectSize(int at, int expected, String component, String field) throws IOException {
        if (at + 5 > bytes.length || bytes[at] != 4 || numbers.getInt(at + 1) != expected) {
            throw new IOException("%s: %s %s: expected a size of %d".formatted(file, component, field, expected));
        }
    }

    private float[] floats(int at, int count, String component, String field) throws IOException {
        if (at + 4L * count > bytes.length) {
            throw new IOException("%s: %s %s breaks off".formatted(file, component, field));
        }
        float[] values = new float[count];
        numbers.slice(at, 4 * count)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }
}
