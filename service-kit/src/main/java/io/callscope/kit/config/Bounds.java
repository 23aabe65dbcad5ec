package io.callscope.kit.config;

import java.time.Duration;

/** Checks of values in records of the configuration. Stateless. */
public final class Bounds {
    private Bounds() {}

    /**
     * @throws IllegalArgumentException naming the thing, the value and what was expected
     */
    public static void requireRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s %d: expected %d to %d".formatted(name, value, least, most));
        }
    }

    /**
     * @throws IllegalArgumentException naming the thing, the value and what was expected
     */
    public static void requireRange(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("%s %s: expected %s to %s".formatted(name, value, least, most));
        }
    }
}
