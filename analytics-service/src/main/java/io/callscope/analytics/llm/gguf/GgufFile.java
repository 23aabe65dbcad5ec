package io.callscope.analytics.llm.gguf;

import io.callscope.model.hash.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file with a model's weights that was looked at.
 *
 * @param path where it is
 * @param sha256 of all its bytes, in hex; two files of one name answer differently
 */
public record GgufFile(Path path, String sha256) {
    /** The four letters that each GGUF file begins with: llama.cpp's description of the format. */
    private static final byte[] MAGIC = "GGUF".getBytes(StandardCharsets.US_ASCII);

    private static final int SHORT = 12;

    /**
     * Reads it once from end to end.
     *
     * @throws IllegalArgumentException when there is no such file, or it is of another kind
     */
    public static GgufFile of(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("%s: expected a GGUF file, there is none".formatted(path));
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] begin = in.readNBytes(MAGIC.length);
            if (!Arrays.equals(begin, MAGIC)) {
                throw new IllegalArgumentException("%s: expected a GGUF file, it is of another kind".formatted(path));
            }
            return new GgufFile(path, Sha256.hex(new SequenceInputStream(new ByteArrayInputStream(begin), in)));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(path), e);
        }
    }

    /** Enough of the hash to tell versions apart where people read it. */
    String shortHash() {
        return sha256.substring(0, SHORT);
    }
}
