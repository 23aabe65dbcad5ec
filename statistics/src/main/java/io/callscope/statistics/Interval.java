package io.callscope.statistics;

/**
 * A confidence interval.
 *
 * @param lower its lower end
 * @param upper its upper end, not below {@code lower}
 */
public record Interval(double lower, double upper) {
    /** What is known of a share that was never looked at. */
    public static final Interval ANY_SHARE = new Interval(0, 1);

    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("interval %s to %s: expected its ends in order".formatted(lower, upper));
        }
    }

    /** {@code half} to each side of {@code middle}. */
    public static Interval around(double middle, double half) {
        return new Interval(middle - half, middle + half);
    }

    /** This interval cut to what is possible at all. */
    public Interval within(double least, double most) {
        return new Interval(Math.min(Math.max(lower, least), most), Math.min(Math.max(upper, least), most));
    }

    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    public double width() {
        return upper - lower;
    }
}
