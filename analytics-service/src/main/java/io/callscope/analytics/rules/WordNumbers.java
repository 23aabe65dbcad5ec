package io.callscope.analytics.rules;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The few numbers that one word has in the vocabulary of the patterns, or those of which a passage must hold one. Asking
 * each of a few is many times faster than going through two sets of all words. Immutable.
 */
final class WordNumbers {
    private final int[] numbers;

    WordNumbers(BitSet numbers) {
        this.numbers = numbers.stream().toArray();
    }

    /** Whether one of them is in a set. */
    boolean anyIn(BitSet set) {
        for (int number : numbers) {
            if (set.get(number)) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return numbers.length;
    }

    /** The i-th of them, in ascending order. */
    int get(int i) {
        return numbers[i];
    }

    void addTo(BitSet set) {
        for (int number : numbers) {
            set.set(number);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WordNumbers that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers);
    }
}
