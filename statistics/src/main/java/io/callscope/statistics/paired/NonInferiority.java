package io.callscope.statistics.paired;

import io.callscope.statistics.Probabilities;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Is the machine worse than a colleague? On calls that two people scored without seeing each other's marks, the
 * machine's agreement with them against theirs with each other: d = (1[m=h₁] + 1[m=h₂])/2 − 1[h₁=h₂].
 *
 * @param machineToPeople how often the machine agrees with one of them, A_MH
 * @param peopleToEachOther how often they agree with each other, A_HH
 * @param standardError of the difference, from the spread between agents if those are given
 * @param n calls that two people scored, 1 or more
 * @param units agents, or calls where no agents are given: the degrees of freedom are one fewer
 * @param assessable false when the differences have no spread, or everybody gave one answer only: no proof of anything
 * @see "Obuchowski, Subhas and Schoenhagen 2014, Academic Radiology 21:1483, whose question it is: what changes when one
 *     of two readers is replaced"
 */
public record NonInferiority(
        double machineToPeople, double peopleToEachOther, double standardError, int n, int units, boolean assessable) {
    /** Differences that are all the same have an error that is not quite 0. */
    private static final double ROUNDING = 1e-12;

    /**
     * From answers by the place of their category, call by call, each call a unit of its own.
     *
     * @throws IllegalArgumentException unless there is a call and all lists are as long
     */
    public static NonInferiority of(List<Integer> machine, List<Integer> first, List<Integer> second) {
        double[] ones = new double[machine.size()];
        Arrays.fill(ones, 1);
        return of(machine, first, second, ones, calls(machine.size()));
    }

    /**
     * As above, each call counted by its weight 1/π and calls of one agent taken together: the error is that of a ratio
     * in a cluster sample (Cochran 1977, chapter 11).
     */
    public static NonInferiority of(
            List<Integer> machine, List<Integer> first, List<Integer> second, double[] weights, List<?> agents) {
        Probabilities.sameSize("answers of the machine", machine.size(), "of the first person", first.size());
        Probabilities.sameSize("answers of the machine", machine.size(), "of the second person", second.size());
        Probabilities.sameSize("answers of the machine", machine.size(), "weights", weights.length);
        Probabilities.sameSize("answers of the machine", machine.size(), "agents", agents.size());
        int n = machine.size();
        if (n == 0) {
            throw new IllegalArgumentException("no calls that two people scored: expected one or more");
        }
        double total = 0;
        for (double weight : weights) {
            Probabilities.positive("weight", weight);
            total += weight;
        }
        double withPeople = 0;
        double withEachOther = 0;
        for (int i = 0; i < n; i++) {
            withPeople += weights[i] / total * machines(machine, first, second, i);
            withEachOther += weights[i] / total * same(first, second, i);
        }
        // sums of fractions may exceed 1 by a hair
        withPeople = Math.min(withPeople, 1);
        withEachOther = Math.min(withEachOther, 1);
        double mean = withPeople - withEachOther;
        Map<Object, Double> sums = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            double d = machines(machine, first, second, i) - same(first, second, i);
            sums.merge(agents.get(i), weights[i] / total * (d - mean), Double::sum);
        }
        int units = sums.size();
        double squares = sums.values().stream().mapToDouble(s -> s * s).sum();
        double error = units < 2 ? 0 : Math.sqrt(units / (units - 1.0) * squares);
        boolean several = machine.stream().distinct().count() > 1
                || first.stream().distinct().count() > 1
                || second.stream().distinct().count() > 1;
        return new NonInferiority(withPeople, withEachOther, error, n, units, several && error > ROUNDING);
    }

    /** A_MH − A_HH: above 0 when the machine agrees with people more than they do with each other. */
    public double difference() {
        return machineToPeople - peopleToEachOther;
    }

    /** The one-sided lower limit of the difference by Student's t; empty when it cannot be assessed. */
    public OptionalDouble lower(double confidence) {
        return assessable
                ? OptionalDouble.of(difference()
                        - TDistribution.of(units - 1.0).inverseCumulativeProbability(confidence) * standardError)
                : OptionalDouble.empty();
    }

    /** One-sided p of "the machine is worse by {@code margin} or more"; empty when it cannot be assessed. */
    public OptionalDouble p(double margin) {
        return assessable
                ? OptionalDouble.of(
                        TDistribution.of(units - 1.0).survivalProbability((difference() + margin) / standardError))
                : OptionalDouble.empty();
    }

    /** Whether the machine is shown to be less than {@code margin} worse; false when that cannot be assessed. */
    public boolean holds(double margin, double confidence) {
        OptionalDouble lower = lower(confidence);
        return lower.isPresent() && lower.getAsDouble() > -margin;
    }

    private static double machines(List<Integer> machine, List<Integer> first, List<Integer> second, int i) {
        return (same(machine, first, i) + same(machine, second, i)) / 2;
    }

    private static double same(List<Integer> one, List<Integer> other, int i) {
        return one.get(i).equals(other.get(i)) ? 1 : 0;
    }

    private static List<Integer> calls(int n) {
        return IntStream.range(0, n).boxed().toList();
    }
}
