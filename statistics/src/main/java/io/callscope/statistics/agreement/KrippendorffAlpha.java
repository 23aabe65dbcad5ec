package io.callscope.statistics.agreement;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * Krippendorff's α for any number of raters with answers missing: 1 − D_o/D_e over the coincidences of answers. Calls
 * with fewer than two answers do not count. Stateless, thread-safe.
 *
 * @see <a href="https://doi.org/10.4135/9781071878781">Krippendorff 2018</a>, chapter 12
 */
public final class KrippendorffAlpha {
    private KrippendorffAlpha() {}

    /** How far two answers are apart. */
    public enum Scale {
        /** Names: the same or not. */
        NOMINAL,
        /** Ranks: by how many answers lie between. */
        ORDINAL,
        /** Numbers whose differences mean something. */
        INTERVAL,
        /** Numbers with a true zero, none negative. */
        RATIO
    }

    /**
     * α, at most 1.
     *
     * @param units the answers each call got, as numbers
     * @return empty when all answers that can be compared are one and the same, or there are none
     */
    public static OptionalDouble of(List<List<Double>> units, Scale scale) {
        List<List<Double>> pairable = units.stream().filter(u -> u.size() >= 2).toList();
        TreeSet<Double> seen = new TreeSet<>();
        pairable.forEach(seen::addAll);
        if (seen.size() < 2) {
            return OptionalDouble.empty();
        }
        double[] values = seen.stream().mapToDouble(Double::doubleValue).toArray();
        List<Double> places = List.copyOf(seen);
        double[][] coincidences = new double[values.length][values.length];
        for (List<Double> unit : pairable) {
            for (int a = 0; a < unit.size(); a++) {
                for (int b = 0; b < unit.size(); b++) {
                    if (a != b) {
                        coincidences[places.indexOf(unit.get(a))][places.indexOf(unit.get(b))] +=
                                1.0 / (unit.size() - 1);
                    }
                }
            }
        }
        return OptionalDouble.of(alpha(values, coincidences, scale));
    }

    private static double alpha(double[] values, double[][] coincidences, Scale scale) {
        double[] totals = new double[values.length];
        double n = 0;
        for (int c = 0; c < values.length; c++) {
            for (int k = 0; k < values.length; k++) {
                totals[c] += coincidences[c][k];
            }
            n += totals[c];
        }
        double seen = 0;
        double expected = 0;
        for (int c = 0; c < values.length; c++) {
            for (int k = 0; k < values.length; k++) {
                double apart = apart(values, totals, c, k, scale);
                seen += coincidences[c][k] * apart;
                expected += totals[c] * totals[k] * apart;
            }
        }
        return 1 - (n - 1) * seen / expected;
    }

    /** δ². */
    private static double apart(double[] values, double[] totals, int c, int k, Scale scale) {
        if (c == k) {
            return 0;
        }
        double difference = values[c] - values[k];
        return switch (scale) {
            case NOMINAL -> 1;
            case INTERVAL -> difference * difference;
            case RATIO -> Math.pow(difference / (values[c] + values[k]), 2);
            case ORDINAL -> {
                double between = -(totals[c] + totals[k]) / 2;
                for (int g = Math.min(c, k); g <= Math.max(c, k); g++) {
                    between += totals[g];
                }
                yield between * between;
            }
        };
    }
}
