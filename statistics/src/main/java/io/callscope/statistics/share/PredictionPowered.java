package io.callscope.statistics.share;

import io.callscope.statistics.Probabilities;
import java.util.Arrays;

/**
 * The mean of people's labels over all calls, from a few reviewed ones and the machine's predictions of all: the
 * machine's mean put right by its errors on the reviewed calls. Variances are divided by n. For a rare label and few
 * reviews it is too sure of itself; {@link PostStratifiedShare} is not.
 *
 * @param lambda how far the machine is used: 0 not at all, 1 fully
 * @param estimate the mean and its standard error
 * @see <a href="https://doi.org/10.1126/science.adi6000">Angelopoulos and others 2023</a>
 * @see <a href="https://arxiv.org/abs/2311.01453">Angelopoulos, Duchi and Zrnic 2023</a>, for the choice of λ
 */
public record PredictionPowered(double lambda, Estimate estimate) {
    /**
     * With a given λ.
     *
     * @param labels people's, of the reviewed calls, one or more
     * @param predictions the machine's, of the same calls
     * @param others the machine's, of calls that were not reviewed, one or more
     */
    public static PredictionPowered of(double[] labels, double[] predictions, double[] others, double lambda) {
        check(labels, predictions, others);
        Probabilities.share("lambda", lambda);
        double[] errors = new double[labels.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = labels[i] - lambda * predictions[i];
        }
        double value = lambda * mean(others) + mean(errors);
        double variance = lambda * lambda * covariance(others, others) / others.length
                + covariance(errors, errors) / errors.length;
        return new PredictionPowered(lambda, new Estimate(value, Math.sqrt(variance)));
    }

    /**
     * With the λ that makes the error smallest, Cov(Y, F)/((1 + n/N)·Var(F)), cut to 0 to 1; 0 when the machine always
     * says the same. The spread of F is that of all calls, divided by one fewer than they are.
     */
    public static PredictionPowered of(double[] labels, double[] predictions, double[] others) {
        check(labels, predictions, others);
        double[] all = Arrays.copyOf(predictions, predictions.length + others.length);
        System.arraycopy(others, 0, all, predictions.length, others.length);
        double spread = covariance(all, all) * all.length / (all.length - 1.0);
        // equal fractions have a mean that may differ from them by rounding
        if (spread < 1e-24) {
            return of(labels, predictions, others, 0);
        }
        double lambda = covariance(labels, predictions) / ((1 + (double) labels.length / others.length) * spread);
        return of(labels, predictions, others, Math.min(Math.max(lambda, 0), 1));
    }

    /**
     * How many reviewed calls without a machine would be worth the same: n(n + N)/(n + (1 − ρ²)N).
     *
     * @param reviewed n, 1 or more
     * @param others N, 0 or more
     * @param correlation ρ of people's and the machine's labels, −1 to 1
     */
    public static double effectiveSize(long reviewed, long others, double correlation) {
        Probabilities.share("square of the correlation", correlation * correlation);
        return reviewed * (double) (reviewed + others) / (reviewed + (1 - correlation * correlation) * others);
    }

    private static void check(double[] labels, double[] predictions, double[] others) {
        Probabilities.sameSize("labels", labels.length, "predictions", predictions.length);
        if (labels.length == 0 || others.length == 0) {
            throw new IllegalArgumentException("%d reviewed calls and %d others: expected one or more of each"
                    .formatted(labels.length, others.length));
        }
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElse(0);
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum / x.length;
    }
}
