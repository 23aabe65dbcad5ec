package io.callscope.statistics.share;

import io.callscope.statistics.Probabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shares of several classes, corrected by what people say of calls that the machine put into each: θ_k = Σ_j W_j·P(people
 * say k | machine says j). Never negative, always adds up to 1; no confusion matrix is inverted. Stateless, thread-safe.
 *
 * @see "Holt and Smith 1979, Journal of the Royal Statistical Society A 142:33"
 */
public final class MulticlassShares {
    private MulticlassShares() {}

    /**
     * Corrected shares and their errors, √Σ W_j²·p(1−p)/(n_j − 1), by class of people.
     *
     * @param machineShares W_j of all calls, adding up to 1
     * @param counts reviewed calls, a row for each class of the machine, a column for each class of people
     * @return empty when fewer than two calls of a class that the machine uses were reviewed
     */
    public static Optional<List<Estimate>> of(double[] machineShares, long[][] counts) {
        Probabilities.sameSize("shares of the machine", machineShares.length, "rows of counts", counts.length);
        double sum = 0;
        for (double share : machineShares) {
            Probabilities.share("share of the machine", share);
            sum += share;
        }
        if (counts.length == 0 || Math.abs(sum - 1) > 1e-9) {
            throw new IllegalArgumentException("shares of the machine add up to %s: expected 1".formatted(sum));
        }
        int classes = counts[0].length;
        double[] values = new double[classes];
        double[] variances = new double[classes];
        for (int j = 0; j < counts.length; j++) {
            Probabilities.sameSize("counts of a row", counts[j].length, "classes", classes);
            double reviewed = 0;
            for (long count : counts[j]) {
                reviewed += count;
            }
            if (reviewed < 2 && machineShares[j] > 0) {
                return Optional.empty();
            }
            for (int k = 0; k < classes && machineShares[j] > 0; k++) {
                double p = counts[j][k] / reviewed;
                values[k] += machineShares[j] * p;
                variances[k] += machineShares[j] * machineShares[j] * p * (1 - p) / (reviewed - 1);
            }
        }
        List<Estimate> estimates = new ArrayList<>();
        for (int k = 0; k < classes; k++) {
            estimates.add(new Estimate(values[k], Math.sqrt(variances[k])));
        }
        return Optional.of(List.copyOf(estimates));
    }
}
