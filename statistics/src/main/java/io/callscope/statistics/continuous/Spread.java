package io.callscope.statistics.continuous;

import io.callscope.statistics.Probabilities;
import java.util.Arrays;

/** Sums of two lists of totals of the same calls. */
record Spread(int n, double meanX, double meanY, double squaresX, double squaresY, double products) {
    static Spread of(double[] x, double[] y) {
        Probabilities.sameSize("totals", x.length, "totals of the other rater", y.length);
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new IllegalArgumentException("totals %s and %s: expected numbers".formatted(x[i], y[i]));
            }
        }
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return new Spread(x.length, meanX, meanY, xx, yy, xy);
    }
}
