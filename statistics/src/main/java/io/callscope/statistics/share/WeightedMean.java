package io.callscope.statistics.share;

import io.callscope.statistics.Probabilities;
import io.callscope.statistics.intervals.EffectiveSize;
import java.util.Arrays;

/**
 * The mean of a sample in which each call was drawn with a probability of its own, without any machine.
 *
 * @param total the estimated sum over all calls (Horvitz and Thompson 1952): Σ y/π
 * @param mean Hájek's (1971) ratio Σ(y/π)/Σ(1/π)
 * @param standardError of the mean, as if drawn with replacement: √(n/(n−1)·Σ(w(y − mean))²)/Σw
 * @param effectiveSize Kish's (Σw)²/Σw²
 */
public record WeightedMean(double total, double mean, double standardError, double effectiveSize) {
    /** @throws IllegalArgumentException for fewer than two calls, or a probability outside (0, 1] */
    public static WeightedMean of(double[] values, double[] inclusion) {
        Probabilities.sameSize("values", values.length, "inclusion probabilities", inclusion.length);
        int n = values.length;
        if (n < 2) {
            throw new IllegalArgumentException("%d calls: expected 2 or more".formatted(n));
        }
        double[] weights = new double[n];
        double total = 0;
        for (int i = 0; i < n; i++) {
            Probabilities.positive("inclusion probability", inclusion[i]);
            Probabilities.share("inclusion probability", inclusion[i]);
            weights[i] = 1 / inclusion[i];
            total += weights[i] * values[i];
        }
        double sum = Arrays.stream(weights).sum();
        double mean = total / sum;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += Math.pow(weights[i] * (values[i] - mean), 2);
        }
        return new WeightedMean(total, mean, Math.sqrt(n / (n - 1.0) * squares) / sum, EffectiveSize.kish(weights));
    }

    /** The mean and its error. */
    public Estimate estimate() {
        return new Estimate(mean, standardError);
    }
}
