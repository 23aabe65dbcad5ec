package io.callscope.statistics.importance;

/**
 * R² shared out among predictors: what each adds, averaged over every order in which they may be added (LMG; the Shapley
 * value of R²). Shares are never negative and sum to R². Exact, so for few predictors only. Stateless.
 *
 * @see <a href="https://doi.org/10.18637/jss.v017.i01">Grömping 2006</a>, section 2.2; Lindeman, Merenda and Gold 1980,
 *     Introduction to Bivariate and Multivariate Analysis, p. 119 ff.
 */
final class Shapley {
    /** Every subset is fitted: 4096 of them. */
    static final int MOST = 12;

    private final Correlations correlations;
    private final int size;
    private final double[] explained;
    private final double[][] lower;
    private final double[] forward;

    private Shapley(Correlations correlations) {
        this.correlations = correlations;
        this.size = correlations.size();
        this.explained = new double[1 << size];
        this.lower = new double[size][size];
        this.forward = new double[size];
    }

    /** The share of each predictor. */
    static double[] shares(Correlations correlations) {
        if (correlations.size() > MOST) {
            throw new IllegalArgumentException(
                    "%d predictors: expected at most %d".formatted(correlations.size(), MOST));
        }
        return new Shapley(correlations).shares();
    }

    private double[] shares() {
        fit(0, 0, new int[size], 0);
        double[] weights = weights();
        double[] shares = new double[size];
        for (int set = 0; set < explained.length; set++) {
            for (int j = 0; j < size; j++) {
                int with = set | 1 << j;
                if (with != set) {
                    shares[j] += weights[Integer.bitCount(set)] * (explained[with] - explained[set]);
                }
            }
        }
        return shares;
    }

    /** R² of every set that adds predictors from {@code next} on: each needs but one more row of the factor. */
    private void fit(int set, int next, int[] members, int count) {
        for (int j = next; j < size; j++) {
            double left = 1;
            double rest = correlations.outcome()[j];
            for (int row = 0; row < count; row++) {
                double value = correlations.among()[j][members[row]];
                for (int i = 0; i < row; i++) {
                    value -= lower[count][i] * lower[row][i];
                }
                value = lower[row][row] == 0 ? 0 : value / lower[row][row];
                lower[count][row] = value;
                left -= value * value;
                rest -= value * forward[row];
            }
            boolean adds = left > Correlations.SINGULAR;
            lower[count][count] = adds ? Math.sqrt(left) : 0;
            forward[count] = adds ? rest / lower[count][count] : 0;
            int with = set | 1 << j;
            explained[with] = explained[set] + forward[count] * forward[count];
            members[count] = j;
            fit(with, j + 1, members, count + 1);
        }
    }

    /** Of all orders, the share in which a given set of a size comes just before a given predictor: k! (p-1-k)! / p! */
    private double[] weights() {
        double[] weights = new double[size];
        for (int k = 0; k < size; k++) {
            double sets = 1;
            for (int i = 0; i < k; i++) {
                sets = sets * (size - 1 - i) / (i + 1);
            }
            weights[k] = 1 / (size * sets);
        }
        return weights;
    }
}
