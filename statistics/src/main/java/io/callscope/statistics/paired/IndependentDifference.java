package io.callscope.statistics.paired;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Newcombe;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * The difference of two shares from separate samples, such as before and after a new model.
 *
 * @param successes of the first sample
 * @param trials of the first sample, 1 or more
 * @param otherSuccesses of the second sample
 * @param otherTrials of the second sample, 1 or more
 */
public record IndependentDifference(long successes, long trials, long otherSuccesses, long otherTrials) {
    /** Probabilities as small as what was seen count as such although rounding may have made them a bit larger. */
    private static final double AS_SMALL = 1 + 1e-7;

    public IndependentDifference {
        check(successes, trials);
        check(otherSuccesses, otherTrials);
    }

    /** First share less second. */
    public double difference() {
        return (double) successes / trials - (double) otherSuccesses / otherTrials;
    }

    /**
     * Newcombe's interval out of two Wilson intervals ("method 10").
     *
     * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I">Newcombe
     *     1998</a>
     */
    public Interval newcombe(double confidence) {
        return Newcombe.difference(
                (double) successes / trials, trials, (double) otherSuccesses / otherTrials, otherTrials, confidence);
    }

    /** Fisher's exact two-sided p: all tables of these margins that are no likelier than this one (Fisher 1935). */
    public double fisherP() {
        HypergeometricDistribution tables = HypergeometricDistribution.of(
                Math.toIntExact(trials + otherTrials),
                Math.toIntExact(successes + otherSuccesses),
                Math.toIntExact(trials));
        double seen = tables.probability(Math.toIntExact(successes)) * AS_SMALL;
        double p = 0;
        for (int x = tables.getSupportLowerBound(); x <= tables.getSupportUpperBound(); x++) {
            double probability = tables.probability(x);
            p += probability <= seen ? probability : 0;
        }
        return Math.min(p, 1);
    }

    private static void check(long successes, long trials) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "%d of %d: expected one trial or more and no more successes".formatted(successes, trials));
        }
    }
}
