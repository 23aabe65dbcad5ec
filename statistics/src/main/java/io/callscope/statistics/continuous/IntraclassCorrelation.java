package io.callscope.statistics.continuous;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Probabilities;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Intraclass correlations of single totals out of the mean squares of calls × raters. The one to show is
 * {@link #agreement}: {@link #consistency} does not see a constant shift.
 *
 * @param calls how many calls every rater scored, 2 or more
 * @param raters how many raters, 2 or more
 * @param betweenCalls MSR
 * @param betweenRaters MSC
 * @param residual MSE
 * @see <a href="https://doi.org/10.1037/0033-2909.86.2.420">Shrout and Fleiss 1979</a>
 * @see <a href="https://doi.org/10.1037/1082-989X.1.1.30">McGraw and Wong 1996</a>, for the interval of the agreement
 */
public record IntraclassCorrelation(int calls, int raters, double betweenCalls, double betweenRaters, double residual) {
    /** A sum of squares that is this much smaller than that of the totals themselves is rounding. */
    private static final double ROUNDING = 1e-20;

    /**
     * From totals.
     *
     * @param totals one row for each call, one column for each rater, none missing
     * @throws IllegalArgumentException for fewer than two calls or raters, or rows of different lengths
     */
    public static IntraclassCorrelation of(double[][] totals) {
        if (totals.length < 2 || totals[0].length < 2) {
            throw new IllegalArgumentException(
                    "%d calls: expected two or more, and two raters or more".formatted(totals.length));
        }
        int n = totals.length;
        int k = totals[0].length;
        double[] callMeans = new double[n];
        double[] raterMeans = new double[k];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            Probabilities.sameSize("totals of a call", totals[i].length, "raters", k);
            for (int j = 0; j < k; j++) {
                callMeans[i] += totals[i][j] / k;
                raterMeans[j] += totals[i][j] / n;
                mean += totals[i][j] / n / k;
            }
        }
        double rows = 0;
        double columns = 0;
        double rest = 0;
        for (int i = 0; i < n; i++) {
            rows += k * Math.pow(callMeans[i] - mean, 2);
            for (int j = 0; j < k; j++) {
                rest += Math.pow(totals[i][j] - callMeans[i] - raterMeans[j] + mean, 2);
            }
        }
        for (int j = 0; j < k; j++) {
            columns += n * Math.pow(raterMeans[j] - mean, 2);
        }
        double scale = ROUNDING
                * Arrays.stream(totals)
                        .flatMapToDouble(Arrays::stream)
                        .map(x -> x * x)
                        .sum();
        return new IntraclassCorrelation(
                n,
                k,
                unlessRounding(rows, scale) / (n - 1),
                unlessRounding(columns, scale) / (k - 1),
                unlessRounding(rest, scale) / (n - 1) / (k - 1));
    }

    /** ICC(2,1) = ICC(A,1): (MSR − MSE)/(MSR + (k−1)MSE + k(MSC − MSE)/n). Empty when all totals are one (0/0). */
    public OptionalDouble agreement() {
        return ratio(
                betweenCalls - residual,
                betweenCalls + (raters - 1) * residual + raters * (betweenRaters - residual) / calls);
    }

    /** ICC(3,1) = ICC(C,1): (MSR − MSE)/(MSR + (k−1)MSE). Empty when no rater tells calls apart (0/0). */
    public OptionalDouble consistency() {
        return ratio(betweenCalls - residual, betweenCalls + (raters - 1) * residual);
    }

    /** Interval of {@link #agreement}; empty when that is, or when there is no residual. */
    public Optional<Interval> agreementInterval(double confidence) {
        Probabilities.inside("confidence", confidence);
        if (agreement().isEmpty() || residual == 0) {
            return Optional.empty();
        }
        double n = calls;
        double k = raters;
        double icc = agreement().getAsDouble();
        double a = k * icc / (n * (1 - icc));
        double b = 1 + k * icc * (n - 1) / (n * (1 - icc));
        double ma = a * betweenRaters;
        double mb = b * residual;
        double v = Math.pow(ma + mb, 2) / (ma * ma / (k - 1) + mb * mb / ((n - 1) * (k - 1)));
        double up = upperTail(n - 1, v, confidence);
        double down = upperTail(v, n - 1, confidence);
        double others = k * betweenRaters + (k * n - k - n) * residual;
        return Optional.of(new Interval(
                n * (betweenCalls - up * residual) / (up * others + n * betweenCalls),
                n * (down * betweenCalls - residual) / (others + n * down * betweenCalls)));
    }

    /** Interval of {@link #consistency}; empty when that is, or when there is no residual. */
    public Optional<Interval> consistencyInterval(double confidence) {
        Probabilities.inside("confidence", confidence);
        if (consistency().isEmpty() || residual == 0) {
            return Optional.empty();
        }
        double f = betweenCalls / residual;
        double free = (calls - 1.0) * (raters - 1);
        double low = f / upperTail(calls - 1.0, free, confidence);
        double high = f * upperTail(free, calls - 1.0, confidence);
        return Optional.of(new Interval((low - 1) / (low + raters - 1), (high - 1) / (high + raters - 1)));
    }

    private static double unlessRounding(double squares, double scale) {
        return squares < scale ? 0 : squares;
    }

    private static double upperTail(double freedom, double otherFreedom, double confidence) {
        return FDistribution.of(freedom, otherFreedom).inverseSurvivalProbability((1 - confidence) / 2);
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }
}
