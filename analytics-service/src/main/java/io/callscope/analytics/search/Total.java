package io.callscope.analytics.search;

/**
 * How many calls a filter holds for, counted up to a bound.
 *
 * @param count at most {@link #BOUND}
 * @param isExact whether the count ended by itself; else there are more
 */
public record Total(long count, boolean isExact) {
    /** Counting ends here: nobody leafs further, and counting every call of a year costs seconds. */
    public static final int BOUND = 10_000;

    public Total {
        if (count < 0 || count > BOUND) {
            throw new IllegalArgumentException("total %d: expected 0 to %d".formatted(count, BOUND));
        }
    }

    /** Out of a count that ended by itself or one after the bound. */
    static Total counted(long count) {
        return new Total(Math.min(count, BOUND), count <= BOUND);
    }
}
