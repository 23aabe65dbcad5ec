package io.callscope.statistics.paired;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Newcombe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The share of some later samples, such as weeks, against that of earlier ones when samples differ more than chance alone
 * would have them (quasi-binomial): the variance of a share is {@code φ·p(1−p)/n}.
 *
 * <ul>
 *   <li>φ is Pearson's {@code X²/(k−g)}, {@code X² = Σ(y−n·p̂)²/(n·p̂(1−p̂))} over the k samples, each about the share p̂ of
 *       its own period (g periods of more than no calls), and never taken below 1
 *   <li>{@code t = (p₁−p₀)/√(φ·p(1−p)(1/N₁+1/N₀))} with the share p of both periods together, on k−g degrees of freedom
 * </ul>
 *
 * @param earlier share of the earlier samples
 * @param earlierSize how many calls they have together
 * @param later share of the later ones
 * @param laterSize the same of them
 * @param pooled share of all
 * @param dispersion φ, 1 or more
 * @param degrees of freedom that φ was estimated with, 1 or more
 * @param t above 0 when the share has grown
 * @param p two-sided
 * @see "Wedderburn 1974, Biometrika 61, 439–447; McCullagh and Nelder 1989, Generalized Linear Models, 4.5.2"
 */
public record QuasiBinomialDifference(
        double earlier,
        long earlierSize,
        double later,
        long laterSize,
        double pooled,
        double dispersion,
        int degrees,
        double t,
        double p) {
    /**
     * One sample.
     *
     * @param count what was counted in it
     * @param size how many calls it has
     */
    public record Sample(long count, long size) {
        public Sample {
            if (size < 0 || count < 0 || count > size) {
                throw new IllegalArgumentException(
                        "%d of %d: expected no more counted than calls".formatted(count, size));
            }
        }
    }

    /**
     * Samples without calls count nowhere. Empty when a period has no calls, when every call or none is counted, and when
     * there are so few samples that their spread cannot be known.
     */
    public static Optional<QuasiBinomialDifference> between(List<Sample> earlier, List<Sample> later) {
        List<Sample> before = known(earlier);
        List<Sample> after = known(later);
        int degrees = before.size() + after.size() - 2;
        if (before.isEmpty() || after.isEmpty() || degrees < 1) {
            return Optional.empty();
        }
        long beforeSize = size(before);
        long afterSize = size(after);
        double pooled = (double) (count(before) + count(after)) / (beforeSize + afterSize);
        if (pooled == 0 || pooled == 1) {
            return Optional.empty();
        }
        double first = (double) count(before) / beforeSize;
        double second = (double) count(after) / afterSize;
        double dispersion = Math.max(1, (pearson(before, first) + pearson(after, second)) / degrees);
        double t =
                (second - first) / Math.sqrt(dispersion * pooled * (1 - pooled) * (1.0 / afterSize + 1.0 / beforeSize));
        double p = Math.min(1, 2 * TDistribution.of(degrees).survivalProbability(Math.abs(t)));
        return Optional.of(
                new QuasiBinomialDifference(first, beforeSize, second, afterSize, pooled, dispersion, degrees, t, p));
    }

    /** Later less earlier. */
    public double difference() {
        return later - earlier;
    }

    /** Newcombe's interval of the difference, each period worth its calls over φ. */
    public Interval interval(double confidence) {
        return Newcombe.difference(later, laterSize / dispersion, earlier, earlierSize / dispersion, confidence);
    }

    /**
     * The least number that is expected in a period if nothing has changed: below 5 the distribution of {@link #t} is no
     * longer near enough to Student's (Cochran 1954).
     */
    public double leastExpected() {
        return Math.min(earlierSize, laterSize) * Math.min(pooled, 1 - pooled);
    }

    private static List<Sample> known(List<Sample> samples) {
        List<Sample> known = new ArrayList<>(samples);
        known.removeIf(sample -> sample.size() == 0);
        return known;
    }

    private static long count(List<Sample> samples) {
        return samples.stream().mapToLong(Sample::count).sum();
    }

    private static long size(List<Sample> samples) {
        return samples.stream().mapToLong(Sample::size).sum();
    }

    /** 0 where every call or none is counted: such samples do not differ. */
    private static double pearson(List<Sample> samples, double share) {
        if (share == 0 || share == 1) {
            return 0;
        }
        return samples.stream()
                .mapToDouble(sample -> {
                    double off = sample.count() - sample.size() * share;
                    return off * off / (sample.size() * share * (1 - share));
                })
                .sum();
    }
}
