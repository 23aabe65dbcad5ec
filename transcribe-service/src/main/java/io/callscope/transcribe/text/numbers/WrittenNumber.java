package io.callscope.transcribe.text.numbers;

import java.util.Objects;

/**
 * Words that are written in digits. Immutable.
 *
 * @param from the first of them
 * @param to one past the last
 * @param text how they are written
 */
public record WrittenNumber(int from, int to, String text) {
    public WrittenNumber {
        Objects.requireNonNull(text, "text");
        if (from < 0 || to <= from || text.isEmpty()) {
            throw new IllegalArgumentException("words %d to %d: expected 0 <= from < to".formatted(from, to));
        }
    }
}
