package io.callscope.statistics.drift;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Probabilities;

/**
 * Exponentially weighted moving average (Roberts 1959): z = λx + (1−λ)z, which sees small lasting shifts.
 *
 * @param lambda weight of the newest value, above 0 and at most 1
 * @param target where z starts and should stay
 * @param deviation of a single value, above 0
 * @param reach of the limits, in standard errors of z, usually 3
 */
public record Ewma(double lambda, double target, double deviation, double reach) {
    public Ewma {
        Probabilities.positive("lambda", lambda);
        Probabilities.share("lambda", lambda);
        Probabilities.positive("deviation", deviation);
        Probabilities.positive("reach", reach);
    }

    /** z after each value. */
    public double[] path(double... values) {
        double[] path = new double[values.length];
        double z = target;
        for (int i = 0; i < values.length; i++) {
            z = lambda * values[i] + (1 - lambda) * z;
            path[i] = z;
        }
        return path;
    }

    /** Limits after {@code t} values, 1 or more. */
    public Interval limits(int t) {
        double settled = 1 - Math.pow(1 - lambda, 2.0 * t);
        return Interval.around(target, reach * deviation * Math.sqrt(lambda / (2 - lambda) * settled));
    }

    /** Limits after many values. */
    public Interval limits() {
        return Interval.around(target, reach * deviation * Math.sqrt(lambda / (2 - lambda)));
    }

    /** Whether z ever leaves the limits of its time. */
    public boolean signals(double... values) {
        double[] path = path(values);
        for (int i = 0; i < path.length; i++) {
            if (!limits(i + 1).contains(path[i])) {
                return true;
            }
        }
        return false;
    }
}
