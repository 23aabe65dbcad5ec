package io.callscope.statistics.share;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Normal;

/**
 * A share or mean and its standard error.
 *
 * @param value the estimate
 * @param standardError 0 or more; 0 is never a fact but too small a sample
 */
public record Estimate(double value, double standardError) {
    public Estimate {
        if (!Double.isFinite(value) || !(standardError >= 0)) {
            throw new IllegalArgumentException("estimate %s with error %s: expected numbers, the error not negative"
                    .formatted(value, standardError));
        }
    }

    /** Value ± z standard errors. */
    public Interval interval(double confidence) {
        return Interval.around(value, Normal.twoSided(confidence) * standardError);
    }
}
