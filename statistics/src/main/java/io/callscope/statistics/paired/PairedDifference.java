package io.callscope.statistics.paired;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Normal;
import io.callscope.statistics.Wilson;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much more often the first of two raters says yes on the same calls: (b − c)/n. Other tools print (c − b).
 * Stateless, thread-safe.
 */
public final class PairedDifference {
    private static final int HALVINGS = 60;

    private PairedDifference() {}

    /** (b − c)/n; empty without calls. */
    public static OptionalDouble of(PairedCounts counts) {
        return counts.n() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) (counts.onlyFirst() - counts.onlySecond()) / counts.n());
    }

    /** The difference ± z standard errors: too narrow for few calls, here to compare with. Empty without calls. */
    public static Optional<Interval> wald(PairedCounts counts, double confidence) {
        if (counts.n() == 0) {
            return Optional.empty();
        }
        double apart = counts.onlyFirst() - counts.onlySecond();
        double variance = counts.discordant() - apart * apart / counts.n();
        return Optional.of(
                Interval.around(apart / counts.n(), Normal.twoSided(confidence) * Math.sqrt(variance) / counts.n())
                        .within(-1, 1));
    }

    /**
     * Tango's score interval, the one to show: every difference that a score test would not reject. Empty without
     * calls.
     *
     * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C891::AID-SIM780%3E3.0.CO;2-B">Tango 1998</a>
     */
    public static Optional<Interval> tango(PairedCounts counts, double confidence) {
        if (counts.n() == 0) {
            return Optional.empty();
        }
        double z = Normal.twoSided(confidence);
        double seen = of(counts).orElse(0);
        return Optional.of(new Interval(edge(counts, -1, seen, z), edge(counts, 1, seen, z)));
    }

    /**
     * Newcombe's interval out of two Wilson intervals, their correlation corrected for continuity ("method 10"). Empty
     * without calls.
     *
     * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19981130)17:22%3C2635::AID-SIM954%3E3.0.CO;2-C">Newcombe
     *     1998</a>
     */
    public static Optional<Interval> newcombe(PairedCounts counts, double confidence) {
        if (counts.n() == 0) {
            return Optional.empty();
        }
        double n = counts.n();
        double first = (counts.both() + counts.onlyFirst()) / n;
        double second = (counts.both() + counts.onlySecond()) / n;
        Interval one = Wilson.interval(first, n, confidence);
        Interval two = Wilson.interval(second, n, confidence);
        double phi = correlation(counts);
        return Optional.of(new Interval(
                first - second - apart(first - one.lower(), two.upper() - second, phi),
                first - second + apart(one.upper() - first, second - two.lower(), phi)));
    }

    private static double apart(double one, double two, double phi) {
        return Math.sqrt(Math.max(one * one - 2 * phi * one * two + two * two, 0));
    }

    private static double correlation(PairedCounts c) {
        double product = (double) (c.both() + c.onlyFirst())
                * (c.onlySecond() + c.neither())
                * (c.both() + c.onlySecond())
                * (c.onlyFirst() + c.neither());
        double cross = (double) c.both() * c.neither() - (double) c.onlyFirst() * c.onlySecond();
        double corrected = cross > 0 ? Math.max(cross - c.n() / 2.0, 0) : cross;
        return product == 0 ? 0 : corrected / Math.sqrt(product);
    }

    /** The difference between what was seen and the far end at which the score statistic reaches z, by halving. */
    private static double edge(PairedCounts counts, double end, double seen, double z) {
        double kept = seen;
        double rejected = end;
        if (seen == end) {
            return end;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (kept + rejected) / 2;
            if (Math.abs(score(counts, middle)) < z) {
                kept = middle;
            } else {
                rejected = middle;
            }
        }
        return (kept + rejected) / 2;
    }

    /** (b − c − nδ)/√(n(2q + δ(1 − δ))), q the likeliest share of c when the difference is δ. */
    private static double score(PairedCounts counts, double difference) {
        double n = counts.n();
        double b = counts.onlyFirst();
        double c = counts.onlySecond();
        double half = -b - c + (2 * n - b + c) * difference;
        double root = Math.sqrt(Math.max(half * half + 8 * n * c * difference * (1 - difference), 0));
        double q = (root - half) / (4 * n);
        double variance = n * (2 * q + difference * (1 - difference));
        double apart = b - c - n * difference;
        if (variance <= 0) {
            return apart == 0 ? 0 : Math.signum(apart) * Double.POSITIVE_INFINITY;
        }
        return apart / Math.sqrt(variance);
    }
}
