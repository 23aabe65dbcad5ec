package io.callscope.statistics.agreement;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Normal;
import io.callscope.statistics.Probabilities;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Agreement beyond what chance would give, (observed − expected) / (1 − expected).
 *
 * @param value the coefficient, at most 1
 * @param standardError its standard error. 0 after perfect agreement is an artefact, no certainty: show the interval
 *     of the plain agreement instead
 * @param observed the share of agreement that was seen, with credits for near misses if weighted
 * @param expected the share that chance would give
 * @param n how many calls it comes from
 */
public record Coefficient(double value, double standardError, double observed, double expected, double n) {
    /** Value ± z standard errors, cut to −1 to 1. */
    public Interval interval(double confidence) {
        return Interval.around(value, Normal.twoSided(confidence) * standardError)
                .within(-1, 1);
    }

    /** As {@link #interval} with Student's t of n − 1 degrees of freedom, which is wider for few calls (Gwet 2014). */
    public Interval studentInterval(double confidence) {
        Probabilities.inside("confidence", confidence);
        double t = student().inverseCumulativeProbability(1 - (1 - confidence) / 2);
        return Interval.around(value, t * standardError).within(-1, 1);
    }

    /** Two-sided p of "no more than chance" by Student's t; empty when the standard error is 0. */
    public OptionalDouble studentP() {
        return standardError == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(2 * student().survivalProbability(Math.abs(value) / standardError));
    }

    private TDistribution student() {
        if (!(n > 1)) {
            throw new IllegalStateException("%s calls: expected more than 1 for Student's t".formatted(n));
        }
        return TDistribution.of(n - 1);
    }
}
