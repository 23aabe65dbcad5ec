package io.callscope.analytics.accuracy;

/**
 * All calls the reviewed ones were drawn from, by what the machine says of them.
 *
 * @param marked so many the machine marked
 * @param calls so many it has a label for
 */
public record Population(long marked, long calls) {
    /** Nothing is known of it. */
    public static final Population NONE = new Population(0, 0);

    public Population {
        if (marked < 0 || marked > calls) {
            throw new IllegalArgumentException(
                    "%d of %d calls marked: expected 0 or more, no more than calls".formatted(marked, calls));
        }
    }
}
