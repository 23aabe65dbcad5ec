package io.callscope.analytics.rules;

import java.util.BitSet;

/** Numbers of the word sets that a word is in. One comparison and one look at memory tell one of them. Immutable. */
final class SetBits {
    private final long[] bits;

    SetBits(BitSet numbers) {
        this.bits = numbers.toLongArray();
    }

    boolean has(int number) {
        int at = number >> 6;
        return at < bits.length && (bits[at] & 1L << number) != 0;
    }

    /** Adds all of them to others, kept in the same way. */
    void addTo(long[] others) {
        for (int i = 0; i < bits.length; i++) {
            others[i] |= bits[i];
        }
    }
}
