package io.callscope.statistics;

/** Quantiles of the standard normal distribution. Stateless, thread-safe. */
final class NormalQuantile {
    private static final double FURTHEST = 8;
    private static final int HALVINGS = 100;

    private NormalQuantile() {}

    /**
     * The value below which the probability {@code p} lies, exact to about 1e-13: found by bisection on the series of
     * the distribution function, which is slow and has no coefficients to get wrong.
     */
    static double of(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("probability %s: expected between 0 and 1".formatted(p));
        }
        double low = -FURTHEST;
        double high = FURTHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (below(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Φ(z) = 1/2 + φ(z)·(z + z³/3 + z⁵/(3·5) + …). */
    private static double below(double z) {
        double term = z;
        double sum = z;
        for (int k = 1; k < 400 && Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
            term *= z * z / (2 * k + 1);
            sum += term;
        }
        return 0.5 + sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}
