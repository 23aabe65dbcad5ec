package io.callscope.statistics.share;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Normal;
import io.callscope.statistics.Probabilities;
import java.util.OptionalDouble;

/**
 * The true share from the machine's share and its known hit rates: (AP + Sp − 1)/(Se + Sp − 1). Only for hit rates from
 * another time or place, when nothing but the share may have moved; otherwise {@link PostStratifiedShare} is narrower.
 * Stateless, thread-safe.
 *
 * @see <a href="https://doi.org/10.1093/oxfordjournals.aje.a112510">Rogan and Gladen 1978</a>
 */
public final class RoganGladen {
    private RoganGladen() {}

    /**
     * A hit rate as it was measured.
     *
     * @param hits calls labelled rightly, 0 or more; need not be whole
     * @param of calls looked at, above 0
     */
    public record Rate(double hits, double of) {
        public Rate {
            if (!(of > 0 && hits >= 0 && hits <= of)) {
                throw new IllegalArgumentException("%s hits of %s: expected no more than calls".formatted(hits, of));
            }
        }

        double share() {
            return hits / of;
        }

        /** One hit and one miss added. */
        private double shrunk() {
            return (hits + 1) / (of + 2);
        }
    }

    /**
     * The formula as it is; below 0 when the machine marks fewer calls than it must by error alone, so show it only with
     * a warning. Empty when the machine knows nothing (Se + Sp = 1).
     */
    public static OptionalDouble raw(double marked, double sensitivity, double specificity) {
        Probabilities.share("marked share", marked);
        Probabilities.share("sensitivity", sensitivity);
        Probabilities.share("specificity", specificity);
        double youden = sensitivity + specificity - 1;
        return Math.abs(youden) < 1e-12
                ? OptionalDouble.empty()
                : OptionalDouble.of((marked + specificity - 1) / youden);
    }

    /** {@link #raw} cut to 0 to 1. Empty when the machine is no better than chance. */
    public static OptionalDouble estimate(double marked, double sensitivity, double specificity) {
        OptionalDouble raw = raw(marked, sensitivity, specificity);
        return raw.isEmpty() || sensitivity + specificity <= 1
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(Math.max(raw.getAsDouble(), 0), 1));
    }

    /**
     * The interval of Lang and Reiczigel, which takes the errors of all three shares into account. 0 to 1 when the
     * machine is no better than chance.
     *
     * @param marked the machine's share
     * @see <a href="https://doi.org/10.1016/j.prevetmed.2013.09.015">Lang and Reiczigel 2014</a>
     */
    public static Interval interval(Rate marked, Rate sensitivity, Rate specificity, double confidence) {
        if (sensitivity.share() + specificity.share() <= 1 + 1e-12) {
            return Interval.ANY_SHARE;
        }
        double z = Normal.twoSided(confidence);
        double n = marked.of() + z * z;
        double ap = (marked.hits() + z * z / 2) / n;
        double se = sensitivity.shrunk();
        double sp = specificity.shrunk();
        double youden = se + sp - 1;
        double p = (ap + sp - 1) / youden;
        double errorSe = se * (1 - se) / (sensitivity.of() + 2);
        double errorSp = sp * (1 - sp) / (specificity.of() + 2);
        double shift = 2 * z * z * (p * errorSe - (1 - p) * errorSp);
        double variance = (ap * (1 - ap) / n + p * p * errorSe + (1 - p) * (1 - p) * errorSp) / (youden * youden);
        return Interval.around(p + shift, z * Math.sqrt(variance)).within(0, 1);
    }
}
