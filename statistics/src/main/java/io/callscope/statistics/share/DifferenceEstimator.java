package io.callscope.statistics.share;

import io.callscope.statistics.Probabilities;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The mean over all calls when each was drawn with a probability of its own: θ = (1/N)·Σ[λF + ξ(Y − λF)/π].
 *
 * @param value θ
 * @param everywhere its standard error for calls like these: the deviation of the bracket over √N
 * @param hereOnly its standard error for just these calls, when each was drawn independently: √Σ(1−π)(r/π)²/N
 * @see <a href="https://arxiv.org/abs/2403.03208">Zrnic and Candès 2024</a>
 * @see "Särndal, Swensson and Wretman 1992, Model Assisted Survey Sampling, section 6.3"
 */
public record DifferenceEstimator(double value, double everywhere, double hereOnly) {
    /**
     * From all calls.
     *
     * @param predictions the machine's label or probability of every call
     * @param labels people's label; empty for calls that were not drawn
     * @param inclusion π of every call, above 0, at most 1
     * @param lambda how far the machine is used, 0 to 1
     */
    public static DifferenceEstimator of(
            double[] predictions, List<OptionalDouble> labels, double[] inclusion, double lambda) {
        Probabilities.sameSize("predictions", predictions.length, "labels", labels.size());
        Probabilities.sameSize("predictions", predictions.length, "inclusion probabilities", inclusion.length);
        Probabilities.share("lambda", lambda);
        int n = predictions.length;
        if (n < 2) {
            throw new IllegalArgumentException("%d calls: expected 2 or more".formatted(n));
        }
        double[] brackets = new double[n];
        double value = 0;
        double here = 0;
        for (int i = 0; i < n; i++) {
            Probabilities.positive("inclusion probability", inclusion[i]);
            Probabilities.share("inclusion probability", inclusion[i]);
            double correction = labels.get(i).isEmpty()
                    ? 0
                    : (labels.get(i).getAsDouble() - lambda * predictions[i]) / inclusion[i];
            brackets[i] = lambda * predictions[i] + correction;
            value += brackets[i] / n;
            here += (1 - inclusion[i]) * correction * correction;
        }
        double squares = 0;
        for (double bracket : brackets) {
            squares += (bracket - value) * (bracket - value);
        }
        return new DifferenceEstimator(value, Math.sqrt(squares / (n - 1.0) / n), Math.sqrt(here) / n);
    }

    /** With the error for calls like these. */
    public Estimate estimate() {
        return new Estimate(value, everywhere);
    }
}
