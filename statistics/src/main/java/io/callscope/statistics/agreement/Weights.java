package io.callscope.statistics.agreement;

import java.util.Arrays;

/**
 * How much credit each pair of categories gets: 1 on the diagonal, less the further two answers lie apart. Immutable.
 */
public final class Weights {
    private final double[][] credit;

    private Weights(double[][] credit) {
        this.credit = credit;
    }

    /** Only the same answer counts. */
    public static Weights none(int categories) {
        return of(categories, steps -> steps == 0 ? 1 : 0);
    }

    /** 1 − |k−l|/(q−1), for ordered categories. */
    public static Weights linear(int categories) {
        return of(categories, steps -> 1 - steps / (double) Math.max(categories - 1, 1));
    }

    /** 1 − (k−l)²/(q−1)², for ordered categories. */
    public static Weights quadratic(int categories) {
        return of(categories, steps -> 1 - Math.pow(steps / (double) Math.max(categories - 1, 1), 2));
    }

    /**
     * Own credits.
     *
     * @throws IllegalArgumentException unless the matrix is square and symmetric, with 1 on the diagonal and 0 to 1
     *     elsewhere
     */
    public static Weights of(double[][] credit) {
        for (int k = 0; k < credit.length; k++) {
            if (credit[k].length != credit.length) {
                throw new IllegalArgumentException("weights with %d rows and %d columns: expected as many"
                        .formatted(credit.length, credit[k].length));
            }
            for (int l = 0; l < credit.length; l++) {
                boolean fits = k == l ? credit[k][l] == 1 : credit[k][l] >= 0 && credit[k][l] <= 1;
                if (!fits || credit[k][l] != credit[l][k]) {
                    throw new IllegalArgumentException(
                            "weight %s of categories %d and %d: expected 1 on the diagonal, 0 to 1 elsewhere, symmetric"
                                    .formatted(credit[k][l], k, l));
                }
            }
        }
        return new Weights(Arrays.stream(credit).map(double[]::clone).toArray(double[][]::new));
    }

    /** Credits from blame (Cohen 1968): 1 − d/max(d). */
    public static Weights ofDisagreement(double[][] blame) {
        double most = Arrays.stream(blame).flatMapToDouble(Arrays::stream).max().orElse(0);
        if (!(most > 0)) {
            throw new IllegalArgumentException("disagreement weights: expected one above 0");
        }
        return of(Arrays.stream(blame)
                .map(row -> Arrays.stream(row).map(d -> 1 - d / most).toArray())
                .toArray(double[][]::new));
    }

    public int categories() {
        return credit.length;
    }

    double of(int k, int l) {
        return credit[k][l];
    }

    /** Σ over all pairs. */
    double total() {
        return Arrays.stream(credit).flatMapToDouble(Arrays::stream).sum();
    }

    private interface ByDistance {
        double credit(int steps);
    }

    private static Weights of(int categories, ByDistance byDistance) {
        double[][] credit = new double[categories][categories];
        for (int k = 0; k < categories; k++) {
            for (int l = 0; l < categories; l++) {
                credit[k][l] = byDistance.credit(Math.abs(k - l));
            }
        }
        return new Weights(credit);
    }
}
