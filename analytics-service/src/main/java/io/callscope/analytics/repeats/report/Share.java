package io.callscope.analytics.repeats.report;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Wilson;
import org.jspecify.annotations.Nullable;

/**
 * A share with its 95 % interval.
 *
 * @param count how many
 * @param of out of how many
 * @param share 0 to 1; null when there are none to take a share of
 * @param low lower end of the interval
 * @param high upper end
 */
public record Share(
        long count,
        long of,
        @Nullable Double share,
        @Nullable Double low,
        @Nullable Double high) {
    static final double CONFIDENCE = 0.95;
    /** Below it a share says more about chance than about work. */
    public static final int FEW = 30;

    /**
     * @param designEffect how much wider than for independent contacts the variance is, from 1: a customer's contacts
     *     resemble one another
     */
    public static Share of(long count, long of, double designEffect) {
        if (of == 0) {
            return new Share(count, 0, null, null, null);
        }
        double share = (double) count / of;
        Interval interval = Wilson.interval(share, of / designEffect, CONFIDENCE);
        return new Share(count, of, share, interval.lower(), interval.upper());
    }

    /** Whether there are so few that a share had better not be read. */
    public boolean isFew() {
        return of < FEW;
    }
}
