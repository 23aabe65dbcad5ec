package io.callscope.transcribe.text.numbers;

import java.util.Objects;

/**
 * A number that some words say. Immutable.
 *
 * @param digits as it is written: "105", "05" for a zero and a five that belong together, "77" for a double seven
 * @param fraction what stands behind the decimal separator; empty for a whole number
 * @param from its first word
 * @param to one past its last word
 * @param ordinal says which one: "двадцать пятого", "twenty fifth"
 * @param figures figures named one by one ("double five", "ноль"), not a quantity
 */
public record SpokenNumber(String digits, String fraction, int from, int to, boolean ordinal, boolean figures) {
    public SpokenNumber {
        Objects.requireNonNull(digits, "digits");
        Objects.requireNonNull(fraction, "fraction");
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9') || digits.isEmpty() || from < 0 || to <= from) {
            throw new IllegalArgumentException("number of words %d to %d: expected digits".formatted(from, to));
        }
    }

    /** How much it is; numbers beyond 18 digits count as the greatest. */
    public long value() {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    /** Whether it is one figure only. */
    public boolean single() {
        return digits.length() == 1;
    }
}
