package io.callscope.statistics.drift;

import io.callscope.statistics.Probabilities;
import java.util.OptionalInt;

/**
 * Cumulative sums (Page 1954) that start again at 0 and signal at a height. Stateless.
 *
 * @param height h at which they signal, above 0
 */
public record Cusum(double height) {
    public Cusum {
        Probabilities.positive("height", height);
    }

    /** max(0, S + x − target − slack) after each value: sees a lasting rise. */
    public static double[] rising(double target, double slack, double... values) {
        double[] path = new double[values.length];
        double s = 0;
        for (int i = 0; i < values.length; i++) {
            s = Math.max(0, s + values[i] - target - slack);
            path[i] = s;
        }
        return path;
    }

    /** max(0, S + target − slack − x) after each value: sees a lasting fall. */
    public static double[] falling(double target, double slack, double... values) {
        double[] path = new double[values.length];
        double s = 0;
        for (int i = 0; i < values.length; i++) {
            s = Math.max(0, s + target - slack - values[i]);
            path[i] = s;
        }
        return path;
    }

    /** The place from 0 of the first value at which a path has reached the height; empty when it never does. */
    public OptionalInt firstSignal(double... path) {
        for (int i = 0; i < path.length; i++) {
            if (path[i] >= height) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
