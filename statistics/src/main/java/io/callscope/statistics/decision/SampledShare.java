package io.callscope.statistics.decision;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Normal;
import io.callscope.statistics.Probabilities;
import io.callscope.statistics.Wilson;
import java.util.OptionalDouble;

/**
 * A share and what the sample behind it is worth.
 *
 * @param share weighted; empty when no call counts towards it
 * @param n calls that count towards it
 * @param effective how many independent calls they are worth, at most {@code n}
 */
public record SampledShare(OptionalDouble share, long n, double effective) {
    public SampledShare {
        share.ifPresent(value -> Probabilities.share("share", value));
        if (n < 0 || share.isPresent() == (n == 0) || !(effective >= 0 && effective <= n * (1 + 1e-9))) {
            throw new IllegalArgumentException(
                    "share of %d calls worth %s: expected a share with calls and no more worth"
                            .formatted(n, effective));
        }
    }

    /** A share of a sample with this design effect, which is taken to be 1 or more. */
    static SampledShare of(long part, long whole, double designEffect) {
        return new SampledShare(
                whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole),
                whole,
                whole / Math.max(designEffect, 1));
    }

    /** The one-sided lower limit by Wilson; 0 when there are no calls. */
    public double lower(double confidence) {
        return Wilson.lower(share.orElse(0), effective, confidence);
    }

    /** The two-sided interval by Wilson; 0 to 1 when there are no calls. */
    public Interval interval(double confidence) {
        return Wilson.interval(share.orElse(0), effective, confidence);
    }

    /**
     * One-sided p of "the true share is no higher than this", by the score test that {@link #lower} inverts; empty when
     * there are no calls.
     */
    public OptionalDouble pAbove(double limit) {
        Probabilities.inside("limit", limit);
        if (share.isEmpty()) {
            return OptionalDouble.empty();
        }
        double z = (share.getAsDouble() - limit) / Math.sqrt(limit * (1 - limit) / effective);
        return OptionalDouble.of(Normal.above(z));
    }
}
