package io.callscope.statistics;

/** Checks of numbers that stand for probabilities, shares and weights. Stateless, thread-safe. */
public final class Probabilities {
    private Probabilities() {}

    /** @throws IllegalArgumentException unless {@code value} lies between 0 and 1, both excluded */
    public static void inside(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("%s %s: expected between 0 and 1".formatted(name, value));
        }
    }

    /** @throws IllegalArgumentException unless {@code value} lies between 0 and 1, both included */
    public static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s %s: expected 0 to 1".formatted(name, value));
        }
    }

    /** @throws IllegalArgumentException unless {@code value} is a finite number above 0 */
    public static void positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s %s: expected a number above 0".formatted(name, value));
        }
    }

    /** @throws IllegalArgumentException unless both lists are as long */
    public static void sameSize(String name, int size, String other, int otherSize) {
        if (size != otherSize) {
            throw new IllegalArgumentException(
                    "%d %s and %d %s: expected as many".formatted(size, name, otherSize, other));
        }
    }
}
