package io.callscope.statistics.importance;

/**
 * R² shared out among many predictors by way of the uncorrelated variables that are closest to them. Shares are never
 * negative and sum to R². Stateless.
 *
 * @see <a href="https://doi.org/10.1207/S15327906MBR3501_1">Johnson 2000</a>
 */
final class RelativeWeights {
    private static final int MOST_SWEEPS = 100;
    private static final double DIAGONAL = 1e-22;

    private RelativeWeights() {}

    static double[] shares(Correlations correlations) {
        int p = correlations.size();
        double[][] matrix = new double[p][];
        double[][] vectors = new double[p][p];
        for (int j = 0; j < p; j++) {
            matrix[j] = correlations.among()[j].clone();
            vectors[j][j] = 1;
        }
        diagonalise(matrix, vectors);
        double[][] root = new double[p][p];
        double[] weights = new double[p];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                for (int m = 0; m < p; m++) {
                    double value = matrix[m][m];
                    if (value > Correlations.SINGULAR) {
                        double product = vectors[j][m] * vectors[k][m];
                        root[j][k] += Math.sqrt(value) * product;
                        weights[j] += product / Math.sqrt(value) * correlations.outcome()[k];
                    }
                }
            }
        }
        double[] shares = new double[p];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                shares[j] += root[j][k] * root[j][k] * weights[k] * weights[k];
            }
        }
        return shares;
    }

    /** Cyclic Jacobi rotations (Golub and Van Loan 2013, 8.5): eigenvalues on the diagonal, vectors in columns. */
    private static void diagonalise(double[][] matrix, double[][] vectors) {
        int p = matrix.length;
        for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(matrix) > DIAGONAL; sweep++) {
            for (int j = 0; j < p; j++) {
                for (int k = j + 1; k < p; k++) {
                    rotate(matrix, vectors, j, k);
                }
            }
        }
    }

    private static double offDiagonal(double[][] matrix) {
        double sum = 0;
        for (int j = 0; j < matrix.length; j++) {
            for (int k = 0; k < j; k++) {
                sum += matrix[j][k] * matrix[j][k];
            }
        }
        return sum;
    }

    private static void rotate(double[][] matrix, double[][] vectors, int j, int k) {
        if (matrix[j][k] == 0) {
            return;
        }
        double theta = (matrix[k][k] - matrix[j][j]) / (2 * matrix[j][k]);
        double tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
        double cosine = 1 / Math.hypot(tangent, 1);
        double sine = tangent * cosine;
        for (int i = 0; i < matrix.length; i++) {
            double left = matrix[i][j];
            double right = matrix[i][k];
            matrix[i][j] = cosine * left - sine * right;
            matrix[i][k] = sine * left + cosine * right;
        }
        for (int i = 0; i < matrix.length; i++) {
            double left = matrix[j][i];
            double right = matrix[k][i];
            matrix[j][i] = cosine * left - sine * right;
            matrix[k][i] = sine * left + cosine * right;
        }
        for (double[] vector : vectors) {
            double left = vector[j];
            double right = vector[k];
            vector[j] = cosine * left - sine * right;
            vector[k] = sine * left + cosine * right;
        }
    }
}
