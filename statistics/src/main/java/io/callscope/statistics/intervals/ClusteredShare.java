package io.callscope.statistics.intervals;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Probabilities;
import io.callscope.statistics.Wilson;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A weighted share of a sample in which calls of one agent resemble each other. Immutable.
 *
 * @param share Σwx/Σw
 * @param n how many calls were looked at, 1 or more
 * @param clusters how many agents they come from, 1 or more
 * @param kish how many calls the weights leave
 * @param standardError of the share, from the spread between agents; empty with a single agent
 * @see "Cochran 1977, Sampling Techniques, chapter 11, for the variance of a ratio in a cluster sample"
 */
public record ClusteredShare(double share, int n, int clusters, double kish, OptionalDouble standardError) {
    /** @throws IllegalArgumentException for an empty or ragged sample, or a weight that is not above 0 */
    public static ClusteredShare of(boolean[] successes, double[] weights, List<?> agents) {
        Probabilities.sameSize("calls", successes.length, "weights", weights.length);
        Probabilities.sameSize("calls", successes.length, "agents", agents.size());
        if (successes.length == 0) {
            throw new IllegalArgumentException("no calls: expected one or more");
        }
        double total = Arrays.stream(weights).sum();
        double share = 0;
        for (int i = 0; i < successes.length; i++) {
            share += successes[i] ? weights[i] : 0;
        }
        // two sums of the same fractions may differ by a hair
        share = Math.min(share / total, 1);
        Map<Object, Double> deviations = new LinkedHashMap<>();
        for (int i = 0; i < successes.length; i++) {
            deviations.merge(agents.get(i), weights[i] / total * ((successes[i] ? 1 : 0) - share), Double::sum);
        }
        int clusters = deviations.size();
        double squares = deviations.values().stream().mapToDouble(d -> d * d).sum();
        return new ClusteredShare(
                share,
                successes.length,
                clusters,
                EffectiveSize.kish(weights),
                clusters < 2
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Math.sqrt(clusters / (clusters - 1.0) * squares)));
    }

    /** An unweighted share. */
    public static ClusteredShare of(boolean[] successes, List<?> agents) {
        double[] ones = new double[successes.length];
        Arrays.fill(ones, 1);
        return of(successes, ones, agents);
    }

    /** The standard error if the calls were independent: √(p(1−p)/n) with Kish's n. */
    public double independentStandardError() {
        return Math.sqrt(share * (1 - share) / kish);
    }

    /**
     * The variance of the share against that of as many independent calls; below 1 when agents are more alike than
     * chance. Empty with a single agent and when all calls have one answer.
     */
    public OptionalDouble designEffect() {
        return standardError.isEmpty() || share == 0 || share == 1
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.pow(standardError.getAsDouble() / independentStandardError(), 2));
    }

    /** Kish's n over the design effect, which is never taken to be below 1; empty when that is, or is 0. */
    public OptionalDouble effectiveSize() {
        return designEffect().isEmpty() || designEffect().getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(effectiveSize(1));
    }

    /** Kish's n over the design effect, or over {@code fallback} where it cannot be estimated. Never above Kish's n. */
    public double effectiveSize(double fallback) {
        return kish / Math.max(designEffect().orElse(fallback), 1);
    }

    /** Wilson's interval of the share with the effective size. */
    public Interval interval(double confidence) {
        return Wilson.interval(share, effectiveSize(1), confidence);
    }
}
