package io.callscope.statistics.intervals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The standard error of any figure by leaving out one agent at a time: Var = (C−1)/C Σ(θ₍₋c₎ − θ̄)². Needs no random
 * numbers. Twenty agents or more give an answer to rely on. Stateless, thread-safe.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611970319">Efron 1982</a>, chapter 3
 */
public final class Jackknife {
    private Jackknife() {}

    /**
     * The standard error.
     *
     * @param agents who each call belongs to
     * @param figure of the calls at some places, from 0; empty when it is undefined for them
     * @return empty with fewer than two agents, or when the figure is undefined without one of them
     */
    public static OptionalDouble standardError(List<?> agents, Function<int[], OptionalDouble> figure) {
        Map<Object, List<Integer>> clusters = new LinkedHashMap<>();
        for (int i = 0; i < agents.size(); i++) {
            clusters.computeIfAbsent(agents.get(i), agent -> new ArrayList<>()).add(i);
        }
        int c = clusters.size();
        if (c < 2) {
            return OptionalDouble.empty();
        }
        double[] without = new double[c];
        double mean = 0;
        int at = 0;
        for (Object left : clusters.keySet()) {
            int[] rest = clusters.entrySet().stream()
                    .filter(cluster -> !cluster.getKey().equals(left))
                    .flatMap(cluster -> cluster.getValue().stream())
                    .mapToInt(Integer::intValue)
                    .toArray();
            OptionalDouble one = figure.apply(rest);
            if (one.isEmpty()) {
                return OptionalDouble.empty();
            }
            without[at++] = one.getAsDouble();
            mean += one.getAsDouble() / c;
        }
        double squares = 0;
        for (double one : without) {
            squares += (one - mean) * (one - mean);
        }
        return OptionalDouble.of(Math.sqrt((c - 1.0) / c * squares));
    }
}
