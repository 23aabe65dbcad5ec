package io.callscope.statistics.importance;

/** Solves equations with a correlation matrix, of which rows may follow from others. Stateless. */
final class Cholesky {
    private Cholesky() {}

    /** x with {@code matrix · x = right}; 0 for a predictor that follows from those before it. */
    static double[] solve(double[][] matrix, double[] right) {
        int p = right.length;
        double[][] lower = new double[p][p];
        double[] forward = new double[p];
        for (int j = 0; j < p; j++) {
            double left = matrix[j][j];
            double rest = right[j];
            for (int k = 0; k < j; k++) {
                lower[j][k] = entry(matrix, lower, j, k);
                left -= lower[j][k] * lower[j][k];
                rest -= lower[j][k] * forward[k];
            }
            lower[j][j] = left < Correlations.SINGULAR ? 0 : Math.sqrt(left);
            forward[j] = lower[j][j] == 0 ? 0 : rest / lower[j][j];
        }
        double[] solved = new double[p];
        for (int j = p - 1; j >= 0; j--) {
            double rest = forward[j];
            for (int k = j + 1; k < p; k++) {
                rest -= lower[k][j] * solved[k];
            }
            solved[j] = lower[j][j] == 0 ? 0 : rest / lower[j][j];
        }
        return solved;
    }

    private static double entry(double[][] matrix, double[][] lower, int row, int column) {
        if (lower[column][column] == 0) {
            return 0;
        }
        double value = matrix[row][column];
        for (int i = 0; i < column; i++) {
            value -= lower[row][i] * lower[column][i];
        }
        return value / lower[column][column];
    }
}
