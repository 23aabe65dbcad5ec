package io.callscope.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Quantiles of the standard normal distribution. Stateless, thread-safe. */
public final class Normal {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /**
     * The value below which the probability {@code p} lies.
     *
     * @param p between 0 and 1, both excluded
     */
    public static double quantile(double p) {
        Probabilities.inside("probability", p);
        return STANDARD.inverseCumulativeProbability(p);
    }

    /**
     * How many standard errors reach to each side for a two-sided confidence: 1.96 for 0.95.
     *
     * @param confidence between 0 and 1, both excluded
     */
    public static double twoSided(double confidence) {
        Probabilities.inside("confidence", confidence);
        return quantile(1 - (1 - confidence) / 2);
    }

    /** The probability above {@code z}. */
    public static double above(double z) {
        return STANDARD.survivalProbability(z);
    }
}
