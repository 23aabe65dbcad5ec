package io.callscope.statistics.continuous;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Probabilities;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The difference of two raters' totals: its mean (bias) and the limits between which most differences lie.
 *
 * @param n how many calls, 2 or more
 * @param bias the mean of first − second, in points
 * @param deviation the standard deviation of the differences, in points
 * @param reach how many deviations the limits lie from the bias, such as 1.96
 * @see <a href="https://doi.org/10.1016/S0140-6736(86)90837-8">Bland and Altman 1986</a>
 * @see <a href="https://doi.org/10.1177/096228029900800204">Bland and Altman 1999</a>, for the error of the limits
 */
public record BlandAltman(int n, double bias, double deviation, double reach) {
    /** 1.96 deviations hold 95 % of normally distributed differences. */
    public static final double USUAL_REACH = 1.96;

    /** Empty below two calls. */
    public static Optional<BlandAltman> of(double[] first, double[] second, double reach) {
        Probabilities.sameSize("totals", first.length, "totals of the other rater", second.length);
        Probabilities.positive("reach", reach);
        if (first.length < 2) {
            return Optional.empty();
        }
        double[] d = new double[first.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = first[i] - second[i];
        }
        double mean = Arrays.stream(d).average().orElse(0);
        double squares = Arrays.stream(d).map(x -> (x - mean) * (x - mean)).sum();
        return Optional.of(new BlandAltman(d.length, mean, Math.sqrt(squares / (d.length - 1)), reach));
    }

    /** Bias ± reach · deviation. */
    public Interval limits() {
        return Interval.around(bias, reach * deviation);
    }

    public double biasError() {
        return deviation / Math.sqrt(n);
    }

    /** Interval of the bias by Student's t. */
    public Interval biasInterval(double confidence) {
        return student(bias, biasError(), confidence);
    }

    /** The standard error of either limit: s√(1/n + reach²/(2(n−1))). */
    public double limitError() {
        return deviation * Math.sqrt(1.0 / n + reach * reach / (2 * (n - 1.0)));
    }

    /** √(3s²/n), the approximation of 1986. */
    public double limitErrorOf1986() {
        return deviation * Math.sqrt(3.0 / n);
    }

    public Interval lowerLimitInterval(double confidence) {
        return student(limits().lower(), limitError(), confidence);
    }

    public Interval upperLimitInterval(double confidence) {
        return student(limits().upper(), limitError(), confidence);
    }

    private Interval student(double middle, double error, double confidence) {
        Probabilities.inside("confidence", confidence);
        double t = TDistribution.of(n - 1.0).inverseSurvivalProbability((1 - confidence) / 2);
        return Interval.around(middle, t * error);
    }
}
