package io.callscope.statistics.continuous;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Normal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Lin's concordance of two raters' totals: correlation times how near they lie to the line of equal totals, with 1/n
 * variances. A constant shift lowers it, although correlation does not see one.
 *
 * @param value 2s_xy / (s_x² + s_y² + (x̄ − ȳ)²), −1 to 1
 * @param pearson the correlation alone; empty when a rater gave every call the same total
 * @param bias C_b, how much of the correlation is left; empty when {@code pearson} is
 * @param standardError empty below three calls, when {@code pearson} is empty or 0
 * @see "Lin 1989, Biometrics 45:255, and its correction 2000, Biometrics 56:324"
 */
public record Concordance(double value, OptionalDouble pearson, OptionalDouble bias, OptionalDouble standardError) {
    /** Empty without calls, and when both gave every call one and the same total (0/0). */
    public static Optional<Concordance> of(double[] x, double[] y) {
        Spread s = Spread.of(x, y);
        double shift = s.meanX() - s.meanY();
        double denominator = s.squaresX() + s.squaresY() + s.n() * shift * shift;
        if (s.n() == 0 || denominator == 0) {
            return Optional.empty();
        }
        double ccc = 2 * s.products() / denominator;
        if (s.squaresX() == 0 || s.squaresY() == 0) {
            return Optional.of(
                    new Concordance(0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()));
        }
        double spread = Math.sqrt(s.squaresX() * s.squaresY());
        double r = s.products() / spread;
        return Optional.of(new Concordance(
                ccc,
                OptionalDouble.of(r),
                OptionalDouble.of(2 * spread / denominator),
                standardError(ccc, r, shift * shift * s.n() / spread, s.n())));
    }

    /** By Fisher's z; empty when the standard error is, and when every pair of totals is equal. */
    public Optional<Interval> interval(double confidence) {
        if (standardError.isEmpty() || Math.abs(value) >= 1) {
            return Optional.empty();
        }
        double z = 0.5 * Math.log((1 + value) / (1 - value));
        double half = Normal.twoSided(confidence) * standardError.getAsDouble() / (1 - value * value);
        return Optional.of(new Interval(Math.tanh(z - half), Math.tanh(z + half)));
    }

    private static OptionalDouble standardError(double ccc, double r, double u2, int n) {
        if (n < 3 || r == 0) {
            return OptionalDouble.empty();
        }
        double c2 = ccc * ccc;
        double variance = ((1 - r * r) * c2 * (1 - c2) / (r * r)
                        + 2 * c2 * ccc * (1 - ccc) * u2 / r
                        - c2 * c2 * u2 * u2 / (2 * r * r))
                / (n - 2);
        return OptionalDouble.of(Math.sqrt(Math.max(variance, 0)));
    }
}
