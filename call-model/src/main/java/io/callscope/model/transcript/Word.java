package io.callscope.model.transcript;

import java.util.Objects;

/**
 * A recognised word.
 *
 * @param text the word as recognised
 * @param startMs from the start of the call, milliseconds
 * @param endMs from the start of the call, milliseconds
 * @param confidence 0 to 1
 */
public record Word(String text, long startMs, long endMs, double confidence) {
    public Word {
        Objects.requireNonNull(text, "text");
        if (startMs < 0 || endMs < startMs) {
            throw new IllegalArgumentException(
                    "word at %d to %d ms: expected 0 <= start <= end".formatted(startMs, endMs));
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("word confidence %s: expected 0 to 1".formatted(confidence));
        }
    }
}
