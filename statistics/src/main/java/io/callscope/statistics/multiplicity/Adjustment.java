package io.callscope.statistics.multiplicity;

import io.callscope.statistics.Probabilities;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * p-values of several items at once, adjusted so that each can be held against the level by itself. An item without a
 * p is left out of the count and stays without one.
 */
public enum Adjustment {
    /** p·m: no error at all with the chosen probability, however the items depend on each other (Dunn 1961). */
    BONFERRONI,
    /** As Bonferroni, stepwise and never worse (Holm 1979): for decisions that are dear when wrong. */
    HOLM,
    /** The expected share of false alarms among all, for independent items (Benjamini and Hochberg 1995): for flags. */
    BENJAMINI_HOCHBERG,
    /** The same whatever the items' dependence (Benjamini and Yekutieli 2001). */
    BENJAMINI_YEKUTIELI;

    /** Adjusted p-values in the order of the given ones, at most 1. */
    public List<OptionalDouble> adjust(List<OptionalDouble> p) {
        int[] tested =
                IntStream.range(0, p.size()).filter(i -> p.get(i).isPresent()).toArray();
        double[] adjusted = adjust(
                Arrays.stream(tested).mapToDouble(i -> p.get(i).getAsDouble()).toArray());
        OptionalDouble[] all = new OptionalDouble[p.size()];
        Arrays.fill(all, OptionalDouble.empty());
        for (int i = 0; i < tested.length; i++) {
            all[tested[i]] = OptionalDouble.of(adjusted[i]);
        }
        return List.of(all);
    }

    /** Adjusted p-values in the order of the given ones, at most 1. */
    public double[] adjust(double... p) {
        for (double one : p) {
            Probabilities.share("p", one);
        }
        int m = p.length;
        int[] order = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[m];
        switch (this) {
            case BONFERRONI -> {
                for (int i = 0; i < m; i++) {
                    adjusted[i] = Math.min(p[i] * m, 1);
                }
            }
            case HOLM -> {
                double most = 0;
                for (int rank = 0; rank < m; rank++) {
                    most = Math.max(most, (m - rank) * p[order[rank]]);
                    adjusted[order[rank]] = Math.min(most, 1);
                }
            }
            case BENJAMINI_HOCHBERG, BENJAMINI_YEKUTIELI -> {
                double factor = this == BENJAMINI_HOCHBERG ? 1 : harmonic(m);
                double least = 1;
                for (int rank = m - 1; rank >= 0; rank--) {
                    least = Math.min(least, factor * m / (rank + 1) * p[order[rank]]);
                    adjusted[order[rank]] = least;
                }
            }
        }
        return adjusted;
    }

    /** How many of them stay at or below the level. */
    public int rejected(double level, double... p) {
        return (int) Arrays.stream(adjust(p)).filter(one -> one <= level).count();
    }

    /**
     * The p of an item that must meet every one of several conditions: the largest (intersection–union test, Berger
     * 1982). No correction is needed inside an item. Empty without conditions, and when one of them cannot be tested.
     */
    public static OptionalDouble ofAll(List<OptionalDouble> conditions) {
        return conditions.stream().anyMatch(OptionalDouble::isEmpty)
                ? OptionalDouble.empty()
                : conditions.stream().mapToDouble(OptionalDouble::getAsDouble).max();
    }

    private static double harmonic(int m) {
        return IntStream.rangeClosed(1, m).mapToDouble(i -> 1.0 / i).sum();
    }
}
