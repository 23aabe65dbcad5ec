package io.callscope.statistics.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Several raters' answers on the same calls, some missing: how many raters put call i into category k. Immutable.
 */
public final class Ratings {
    private final double[][] counts;

    /** @throws IllegalArgumentException unless all rows are as long and no count is negative */
    public Ratings(int[][] counts) {
        for (int[] row : counts) {
            if (row.length != counts[0].length
                    || row.length < 2
                    || Arrays.stream(row).anyMatch(c -> c < 0)) {
                throw new IllegalArgumentException(
                        "ratings %s: expected two categories or more, as many for each call, none negative"
                                .formatted(Arrays.toString(row)));
            }
        }
        this.counts = Arrays.stream(counts)
                .map(row -> Arrays.stream(row).asDoubleStream().toArray())
                .toArray(double[][]::new);
    }

    /**
     * Counts of what was answered.
     *
     * @param answers of each call, those given only
     * @param categories all possible, in their order; two or more
     * @throws IllegalArgumentException for an answer that is no category
     */
    public static <T> Ratings of(List<List<T>> answers, List<T> categories) {
        int[][] counts = new int[answers.size()][categories.size()];
        for (int i = 0; i < counts.length; i++) {
            for (T answer : answers.get(i)) {
                int k = categories.indexOf(answer);
                if (k < 0) {
                    throw new IllegalArgumentException("answer %s: expected one of %s".formatted(answer, categories));
                }
                counts[i][k]++;
            }
        }
        return new Ratings(counts);
    }

    /**
     * AC1 or AC2 of several raters (Gwet 2014, chapter 5). A call with a single answer counts for what chance gives,
     * not for agreement. Empty without a call that two have answered.
     */
    public Optional<Coefficient> gwet(Weights weights) {
        double spread = weights.total() / (weights.categories() * (weights.categories() - 1.0));
        double[] shares = shares();
        double expected = 0;
        for (double share : shares) {
            expected += spread * share * (1 - share);
        }
        double[] chance = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            for (int k = 0; k < shares.length; k++) {
                chance[i] += answers(i) == 0 ? 0 : spread * counts[i][k] * (1 - shares[k]) / answers(i);
            }
        }
        return linearised(weights, expected, chance);
    }

    /** Fleiss' κ for any number of raters of each call (Fleiss 1971); empty when undefined. */
    public Optional<Coefficient> fleiss(Weights weights) {
        double[] shares = shares();
        double expected = 0;
        double[] credit = new double[shares.length];
        for (int k = 0; k < shares.length; k++) {
            for (int l = 0; l < shares.length; l++) {
                credit[k] += weights.of(k, l) * shares[l];
            }
            expected += credit[k] * shares[k];
        }
        double[] chance = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            for (int k = 0; k < shares.length; k++) {
                chance[i] += answers(i) == 0 ? 0 : credit[k] * counts[i][k] / answers(i);
            }
        }
        return linearised(weights, expected, chance);
    }

    /** Value and standard error by linearisation: x_i = u_i − 2(1−AC)(pe_i − pe)/(1−pe), Var = Σ(x_i−AC)²/(n(n−1)). */
    private Optional<Coefficient> linearised(Weights weights, double expected, double[] chance) {
        double n = Arrays.stream(counts)
                .filter(row -> Arrays.stream(row).sum() > 0)
                .count();
        double[] agreement = new double[counts.length];
        double pairs = 0;
        double observed = 0;
        for (int i = 0; i < counts.length; i++) {
            if (answers(i) >= 2) {
                agreement[i] = agreement(i, weights);
                observed += agreement[i];
                pairs++;
            }
        }
        if (pairs == 0 || n < 2 || 1 - expected < 1e-12) {
            return Optional.empty();
        }
        observed /= pairs;
        double value = (observed - expected) / (1 - expected);
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            if (answers(i) > 0) {
                double u = answers(i) < 2 ? 0 : n / pairs * (agreement[i] - expected) / (1 - expected);
                double x = u - 2 * (1 - value) * (chance[i] - expected) / (1 - expected);
                sum += (x - value) * (x - value);
            }
        }
        return Optional.of(new Coefficient(value, Math.sqrt(sum / (n * (n - 1))), observed, expected, n));
    }

    /** Σ_k r_ik (r*_ik − 1) / (r_i (r_i − 1)), r*_ik = Σ_l w_kl r_il. */
    private double agreement(int i, Weights weights) {
        double sum = 0;
        for (int k = 0; k < counts[i].length; k++) {
            double near = 0;
            for (int l = 0; l < counts[i].length; l++) {
                near += weights.of(k, l) * counts[i][l];
            }
            sum += counts[i][k] * (near - 1);
        }
        return sum / (answers(i) * (answers(i) - 1));
    }

    /** π_k: the mean over all answered calls of the share of raters that answered k. */
    private double[] shares() {
        double[] shares = new double[counts.length == 0 ? 0 : counts[0].length];
        long answered = Arrays.stream(counts)
                .filter(row -> Arrays.stream(row).sum() > 0)
                .count();
        for (int i = 0; i < counts.length; i++) {
            for (int k = 0; k < shares.length; k++) {
                shares[k] += answers(i) == 0 ? 0 : counts[i][k] / answers(i) / answered;
            }
        }
        return shares;
    }

    private double answers(int i) {
        return Arrays.stream(counts[i]).sum();
    }
}
