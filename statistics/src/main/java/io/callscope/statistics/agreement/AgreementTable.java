package io.callscope.statistics.agreement;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Probabilities;
import io.callscope.statistics.Wilson;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Two raters' answers on the same calls: how many calls the first put into category k and the second into l. Counts
 * may be sums of weights. Categories that neither rater used still belong in it, because they decide distances.
 * Immutable.
 */
public final class AgreementTable {
    private final double[][] counts;
    private final double n;

    /** @throws IllegalArgumentException unless the table is square, not empty and without negative counts */
    public AgreementTable(double[][] counts) {
        if (counts.length == 0) {
            throw new IllegalArgumentException("table without categories: expected one or more");
        }
        for (double[] row : counts) {
            Probabilities.sameSize("rows", counts.length, "columns", row.length);
            for (double count : row) {
                if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("count %s: expected 0 or more".formatted(count));
                }
            }
        }
        this.counts = Arrays.stream(counts).map(double[]::clone).toArray(double[][]::new);
        this.n = Arrays.stream(counts).flatMapToDouble(Arrays::stream).sum();
    }

    /** Answers by the place of their category, each call counted once. */
    public static AgreementTable of(List<Integer> first, List<Integer> second, int categories) {
        double[] ones = new double[first.size()];
        Arrays.fill(ones, 1);
        return of(first, second, ones, categories);
    }

    /**
     * Answers by the place of their category, each call counted by its weight: with 1/π the table stands for all
     * calls the sample was drawn from.
     */
    public static AgreementTable of(List<Integer> first, List<Integer> second, double[] weights, int categories) {
        Probabilities.sameSize("answers", first.size(), "answers of the other rater", second.size());
        Probabilities.sameSize("answers", first.size(), "weights", weights.length);
        double[][] counts = new double[categories][categories];
        for (int i = 0; i < weights.length; i++) {
            Probabilities.positive("weight", weights[i]);
            counts[place(first.get(i), categories)][place(second.get(i), categories)] += weights[i];
        }
        return new AgreementTable(counts);
    }

    public int categories() {
        return counts.length;
    }

    /** How many calls there are, or the sum of their weights. */
    public double n() {
        return n;
    }

    public double count(int k, int l) {
        return counts[k][l];
    }

    /** The share of calls on which both say the same; empty without calls. */
    public OptionalDouble agreement() {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(observed(Weights.none(categories())));
    }

    /** Wilson's interval of the agreement; 0 to 1 without calls. */
    public Interval agreementInterval(double confidence) {
        return Wilson.interval(agreement().orElse(0), n, confidence);
    }

    double share(int k, int l) {
        return counts[k][l] / n;
    }

    /** How much of the first rater's answers are k. */
    double first(int k) {
        return Arrays.stream(counts[k]).sum() / n;
    }

    /** How much of the second rater's answers are l. */
    double second(int l) {
        return Arrays.stream(counts).mapToDouble(row -> row[l]).sum() / n;
    }

    /** ΣΣ w_kl p_kl. */
    double observed(Weights weights) {
        Probabilities.sameSize("categories", categories(), "categories of the weights", weights.categories());
        double sum = 0;
        for (int k = 0; k < categories(); k++) {
            for (int l = 0; l < categories(); l++) {
                sum += weights.of(k, l) * share(k, l);
            }
        }
        return sum;
    }

    private static int place(int category, int categories) {
        if (category < 0 || category >= categories) {
            throw new IllegalArgumentException("category %d: expected 0 to %d".formatted(category, categories - 1));
        }
        return category;
    }
}
