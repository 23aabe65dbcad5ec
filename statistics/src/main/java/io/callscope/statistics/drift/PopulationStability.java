package io.callscope.statistics.drift;

import io.callscope.statistics.Probabilities;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The population stability index Σ(b − a)·ln(b/a) of two histograms (Siddiqi 2006). It
 * says "changed", not "wrong". Stateless, thread-safe.
 */
public final class PopulationStability {
    private PopulationStability() {}

    /**
     * The index; 0 for equal shares.
     *
     * @param baseline counts by bin, as many bins as {@code current}
     * @param floor the least share a bin is taken to have, so that an empty bin does not give infinity; above 0
     * @return empty when one of them holds nothing
     */
    public static OptionalDouble of(long[] baseline, long[] current, double floor) {
        Probabilities.sameSize("bins", baseline.length, "bins of the other", current.length);
        Probabilities.inside("floor", floor);
        double before = Arrays.stream(baseline).sum();
        double after = Arrays.stream(current).sum();
        if (before == 0 || after == 0) {
            return OptionalDouble.empty();
        }
        double index = 0;
        for (int i = 0; i < baseline.length; i++) {
            double a = Math.max(baseline[i] / before, floor);
            double b = Math.max(current[i] / after, floor);
            index += (b - a) * Math.log(b / a);
        }
        return OptionalDouble.of(index);
    }
}
