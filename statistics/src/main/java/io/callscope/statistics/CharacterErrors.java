package io.callscope.statistics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Character errors of words put together with single spaces, as jiwer counts them; a character is a Unicode code point.
 *
 * @param errors least number of characters to put in, take out or change, 0 or more
 * @param reference characters of the reference
 * @see <a href="https://doi.org/10.1145/316542.316550">Myers 1999</a> and <a
 *     href="https://doi.org/10.1007/978-3-540-39984-1_5">Hyyrö 2003</a>: 64 cells of the table in one step
 */
public record CharacterErrors(long errors, long reference) {
    /** Nothing compared yet. */
    public static final CharacterErrors EMPTY = new CharacterErrors(0, 0);

    private static final int BITS = Long.SIZE;

    public CharacterErrors {
        if (errors < 0 || reference < 0) {
            throw new IllegalArgumentException(
                    "%d errors in %d characters: expected none negative".formatted(errors, reference));
        }
    }

    /** Compares what was recognised with what was said. */
    public static CharacterErrors of(List<String> reference, List<String> hypothesis) {
        int[] said = String.join(" ", reference).codePoints().toArray();
        int[] recognised = String.join(" ", hypothesis).codePoints().toArray();
        return new CharacterErrors(distance(said, recognised), said.length);
    }

    public CharacterErrors plus(CharacterErrors other) {
        return new CharacterErrors(errors + other.errors, reference + other.reference);
    }

    /** Character error rate, errors / reference; against an empty reference the number of errors. */
    public double cer() {
        return (double) errors / Math.max(1, reference);
    }

    /** Levenshtein's distance, in memory that grows with the sum of the lengths. */
    static long distance(int[] pattern, int[] text) {
        if (pattern.length == 0) {
            return text.length;
        }
        int blocks = (pattern.length + BITS - 1) / BITS;
        Map<Integer, long[]> places = places(pattern, blocks);
        long[] nowhere = new long[blocks];
        // how the column of the table rises (plus) or falls (minus) from a row to the next
        long[] plus = new long[blocks];
        long[] minus = new long[blocks];
        Arrays.fill(plus, -1L);
        long last = 1L << ((pattern.length - 1) % BITS);
        long distance = pattern.length;
        for (int character : text) {
            long[] equal = places.getOrDefault(character, nowhere);
            // the top row of the table rises by one with each character of the text
            int carry = 1;
            for (int block = 0; block < blocks; block++) {
                long eq = equal[block];
                long xv = eq | minus[block];
                long entering = carry < 0 ? eq | 1 : eq;
                long xh = (((entering & plus[block]) + plus[block]) ^ plus[block]) | entering;
                long rises = minus[block] | ~(xh | plus[block]);
                long falls = plus[block] & xh;
                long out = block == blocks - 1 ? last : 1L << (BITS - 1);
                int next = (rises & out) != 0 ? 1 : (falls & out) != 0 ? -1 : 0;
                rises = rises << 1 | (carry > 0 ? 1 : 0);
                falls = falls << 1 | (carry < 0 ? 1 : 0);
                plus[block] = falls | ~(xv | rises);
                minus[block] = rises & xv;
                carry = next;
            }
            distance += carry;
        }
        return distance;
    }

    private static Map<Integer, long[]> places(int[] pattern, int blocks) {
        Map<Integer, long[]> places = new HashMap<>();
        for (int i = 0; i < pattern.length; i++) {
            places.computeIfAbsent(pattern[i], unseen -> new long[blocks])[i / BITS] |= 1L << (i % BITS);
        }
        return places;
    }
}
