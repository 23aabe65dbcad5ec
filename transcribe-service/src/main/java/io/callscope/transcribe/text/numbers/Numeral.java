package io.callscope.transcribe.text.numbers;

import java.util.Locale;
import java.util.Objects;

/**
 * What one word of a spoken number does in it. Immutable.
 *
 * @param rank its place in a number
 * @param value what it adds or multiplies with
 * @param ordinal says which one, not how many: it ends a number
 */
record Numeral(Rank rank, long value, boolean ordinal) {
    private static final String ORDINAL = "-th";

    /** The place of a word in a number. */
    enum Rank {
        ZERO,
        /** The letter that English says for a zero, a zero only beside another figure. */
        LETTER_ZERO,
        /** A zero as a thing that can be counted: "два нуля", "two zeros". */
        ZERO_NAME,
        UNIT,
        /** Another figure as a thing that can be counted: "три семёрки", "two fives". */
        FIGURE,
        TEEN,
        TEN,
        /** A word for whole hundreds, as Russian has. */
        HUNDRED,
        /** A word that makes hundreds of what stands before it, as English has. */
        TIMES_HUNDRED,
        SCALE,
        /** A whole number of thousands in one word: "двухтысячного". */
        THOUSANDS,
        /** Says the next figure twice or more. */
        REPEAT,
        /** "полтора", "полторы"; and "полтораста", which is 150. */
        ONE_AND_A_HALF
    }

    Numeral {
        Objects.requireNonNull(rank, "rank");
    }

    /** Of the rank's name in a list of numerals, such as {@code unit} or {@code unit-th}. */
    static Numeral of(String rank, long value) {
        boolean ordinal = rank.endsWith(ORDINAL);
        String name = ordinal ? rank.substring(0, rank.length() - ORDINAL.length()) : rank;
        return new Numeral(Rank.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')), value, ordinal);
    }

    boolean is(Rank other) {
        return rank == other;
    }
}
