package io.callscope.statistics;

/**
 * A confidence interval.
 *
 * @param lower its lower end
 * @param upper its upper end, not below {@code lower}
 */
public record Interval(double lower, double upper) {
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("interval %s to %s: expected its ends in order".formatted(lower, upper));
        }
    }
}
