package io.callscope.statistics.intervals;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Probabilities;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** Intervals of a share out of the beta distribution. Stateless, thread-safe. */
public final class Exact {
    private Exact() {}

    /**
     * The interval of Clopper and Pearson, which holds its confidence whatever the share is. 0 to 1 without trials.
     *
     * @param confidence two-sided, between 0 and 1
     * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson 1934</a>
     */
    public static Interval clopperPearson(long successes, long trials, double confidence) {
        check(successes, trials, confidence);
        double tail = (1 - confidence) / 2;
        return new Interval(lowest(successes, trials, tail), 1 - lowest(trials - successes, trials, tail));
    }

    /**
     * The interval of Jeffreys' prior; its ends are 0 and 1 where nothing or everything succeeded. 0 to 1 without
     * trials.
     *
     * @param confidence two-sided, between 0 and 1
     * @see <a href="https://doi.org/10.1214/ss/1009213286">Brown, Cai and DasGupta 2001</a>
     */
    public static Interval jeffreys(long successes, long trials, double confidence) {
        check(successes, trials, confidence);
        if (trials == 0) {
            return Interval.ANY_SHARE;
        }
        double tail = (1 - confidence) / 2;
        BetaDistribution posterior = BetaDistribution.of(successes + 0.5, trials - successes + 0.5);
        return new Interval(
                successes == 0 ? 0 : posterior.inverseCumulativeProbability(tail),
                successes == trials ? 1 : posterior.inverseCumulativeProbability(1 - tail));
    }

    /** The one-sided exact lower limit: α^(1/n) when all succeeded, 0 without trials. */
    public static double lower(long successes, long trials, double confidence) {
        check(successes, trials, confidence);
        return lowest(successes, trials, 1 - confidence);
    }

    /** The one-sided exact upper limit: 1 − α^(1/n) when none succeeded, 1 without trials. */
    public static double upper(long successes, long trials, double confidence) {
        return 1 - lower(trials - successes, trials, confidence);
    }

    private static double lowest(long successes, long trials, double tail) {
        return successes == 0
                ? 0
                : BetaDistribution.of(successes, trials - successes + 1.0).inverseCumulativeProbability(tail);
    }

    private static void check(long successes, long trials, double confidence) {
        if (trials < 0 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "%d of %d: expected no more successes than trials, none negative".formatted(successes, trials));
        }
        Probabilities.inside("confidence", confidence);
    }
}
