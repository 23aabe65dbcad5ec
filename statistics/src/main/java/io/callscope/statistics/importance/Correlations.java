package io.callscope.statistics.importance;

/**
 * Correlations of predictors among one another and with the outcome, with what it takes to go back to slopes.
 *
 * @param among symmetric, 1 on the diagonal; a predictor that does not vary has 0 with all others
 * @param outcome of each predictor with the outcome, -1 to 1
 * @param means of the predictors
 * @param spreads standard deviations of the predictors
 * @param outcomeMean of the outcome
 * @param outcomeSpread its standard deviation
 */
record Correlations(
        double[][] among,
        double[] outcome,
        double[] means,
        double[] spreads,
        double outcomeMean,
        double outcomeSpread) {
    /** Below it a predictor follows from others, and adds nothing. */
    static final double SINGULAR = 1e-10;

    /**
     * @param columns predictors, one array each
     * @param rows which rows to take; a row may be taken several times
     */
    static Correlations of(double[][] columns, double[] outcome, int[] rows) {
        int p = columns.length;
        double[] means = new double[p];
        double outcomeMean = mean(outcome, rows);
        for (int j = 0; j < p; j++) {
            means[j] = mean(columns[j], rows);
        }
        double[][] among = new double[p][p];
        double[] with = new double[p];
        double outcomeSum = 0;
        double[] centred = new double[p];
        for (int row : rows) {
            double y = outcome[row] - outcomeMean;
            outcomeSum += y * y;
            for (int j = 0; j < p; j++) {
                centred[j] = columns[j][row] - means[j];
                with[j] += centred[j] * y;
                for (int k = 0; k <= j; k++) {
                    among[j][k] += centred[j] * centred[k];
                }
            }
        }
        return scaled(among, with, outcomeSum, means, outcomeMean, rows.length);
    }

    private static Correlations scaled(
            double[][] sums, double[] with, double outcomeSum, double[] means, double outcomeMean, int n) {
        int p = means.length;
        double[] spreads = new double[p];
        for (int j = 0; j < p; j++) {
            spreads[j] = Math.sqrt(sums[j][j] / n);
        }
        double outcomeSpread = Math.sqrt(outcomeSum / n);
        double[][] among = new double[p][p];
        double[] outcome = new double[p];
        for (int j = 0; j < p; j++) {
            outcome[j] = ratio(with[j] / n, spreads[j] * outcomeSpread);
            for (int k = 0; k < j; k++) {
                among[j][k] = ratio(sums[j][k] / n, spreads[j] * spreads[k]);
                among[k][j] = among[j][k];
            }
            among[j][j] = 1;
        }
        return new Correlations(among, outcome, means, spreads, outcomeMean, outcomeSpread);
    }

    private static double ratio(double covariance, double spreads) {
        return spreads < SINGULAR ? 0 : covariance / spreads;
    }

    private static double mean(double[] values, int[] rows) {
        double sum = 0;
        for (int row : rows) {
            sum += values[row];
        }
        return sum / rows.length;
    }

    int size() {
        return outcome.length;
    }

    /** Ordinary least squares: how much the outcome changes when a predictor grows by one and the others stay. */
    double[] slopes() {
        double[] standard = Cholesky.solve(among, outcome);
        double[] slopes = new double[standard.length];
        for (int j = 0; j < slopes.length; j++) {
            slopes[j] = spreads[j] < SINGULAR ? 0 : standard[j] * outcomeSpread / spreads[j];
        }
        return slopes;
    }
}
