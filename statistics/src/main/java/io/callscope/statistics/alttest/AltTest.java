package io.callscope.statistics.alttest;

import io.callscope.statistics.Probabilities;
import io.callscope.statistics.multiplicity.Adjustment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Would a machine do in place of one of several people who scored the same calls? Each person is held against the
 * machine by how well either agrees with the other people. It supports a decision and makes none: ties count for the
 * machine, and most calls of an item that rarely fails are ties.
 *
 * @param margin ε, how much better a person may be, because people cost more: 0.1 to 0.2, 0 to 1
 * @param level of Benjamini–Yekutieli over people, between 0 and 1
 * @param fewest calls that a person must share with others to be held against the machine, 2 or more
 * @param scoring how near two scores are
 * @see <a href="https://arxiv.org/abs/2501.10970">Calderon, Reichart and Dror 2025</a>
 */
public record AltTest(double margin, double level, int fewest, Scoring scoring) {
    /** Share of people that the machine must win against. */
    private static final double ENOUGH = 0.5;

    public AltTest {
        Probabilities.share("margin", margin);
        Probabilities.inside("level", level);
        if (fewest < 2) {
            throw new IllegalArgumentException("%d calls of a person: expected 2 or more".formatted(fewest));
        }
    }

    /** How near a score is to those of others. */
    public enum Scoring {
        /** The share of others who gave the same. */
        SAME,
        /** The root of the mean square difference to others, negated. */
        NEGATIVE_RMSE
    }

    /**
     * The outcome.
     *
     * @param winningRate ω, the share of people that the machine is shown to be as good as; empty when nobody shares
     *     enough calls
     * @param advantage ρ, how often the machine is at least as near to others as a person is: compares versions of a
     *     machine; empty with {@code winningRate}
     * @param p of each person, before adjustment
     * @param assessable false when no person's calls show any difference, which proves nothing
     */
    public record Outcome(
            OptionalDouble winningRate, OptionalDouble advantage, Map<String, Double> p, boolean assessable) {
        public Outcome {
            p = Map.copyOf(p);
        }

        /** Whether the machine wins against half of them or more; never where nothing can be assessed. */
        public boolean passes() {
            return assessable && winningRate.isPresent() && winningRate.getAsDouble() >= ENOUGH;
        }
    }

    /**
     * Runs the test.
     *
     * @param people each person's scores by call
     * @param machine the machine's scores by call; calls it has not scored do not count
     * @throws IllegalArgumentException for fewer than two people
     */
    public Outcome of(Map<String, Map<String, Double>> people, Map<String, Double> machine) {
        if (people.size() < 2) {
            throw new IllegalArgumentException("%d people: expected 2 or more".formatted(people.size()));
        }
        Map<String, Double> p = new LinkedHashMap<>();
        double advantage = 0;
        boolean varies = false;
        for (String person : new TreeMap<>(people).keySet()) {
            List<double[]> wins = wins(person, people, machine);
            if (wins.size() >= fewest) {
                advantage += wins.stream().mapToDouble(w -> w[0]).sum() / wins.size();
                double[] d = wins.stream().mapToDouble(w -> w[1] - w[0]).toArray();
                varies |= deviation(d) > 0;
                p.put(person, p(d));
            }
        }
        if (p.isEmpty()) {
            return new Outcome(OptionalDouble.empty(), OptionalDouble.empty(), p, false);
        }
        int won = Adjustment.BENJAMINI_YEKUTIELI.rejected(
                level, p.values().stream().mapToDouble(Double::doubleValue).toArray());
        return new Outcome(
                OptionalDouble.of((double) won / p.size()), OptionalDouble.of(advantage / p.size()), p, varies);
    }

    /** Of each call: whether the machine, and whether the person, is at least as near to the other people. */
    private List<double[]> wins(String person, Map<String, Map<String, Double>> people, Map<String, Double> machine) {
        List<double[]> wins = new ArrayList<>();
        Map<String, Double> own = people.getOrDefault(person, Map.of());
        for (Map.Entry<String, Double> score : own.entrySet()) {
            Double machines = machine.get(score.getKey());
            List<Double> others = people.entrySet().stream()
                    .filter(other -> !other.getKey().equals(person))
                    .filter(other -> other.getValue().containsKey(score.getKey()))
                    .map(other -> other.getValue().get(score.getKey()))
                    .toList();
            if (machines != null && !others.isEmpty()) {
                double near = near(machines, others);
                double persons = near(score.getValue(), others);
                wins.add(new double[] {near >= persons ? 1 : 0, persons >= near ? 1 : 0});
            }
        }
        return wins;
    }

    private double near(double score, List<Double> others) {
        return switch (scoring) {
            case SAME -> others.stream().mapToDouble(o -> o == score ? 1 : 0).sum() / others.size();
            case NEGATIVE_RMSE ->
                -Math.sqrt(others.stream()
                                .mapToDouble(o -> (o - score) * (o - score))
                                .sum()
                        / others.size());
        };
    }

    /** One-sided p of "the person wins by ε or more" by Student's t. Without spread it is certain either way. */
    private double p(double[] d) {
        double mean = mean(d);
        double error = deviation(d) / Math.sqrt(d.length);
        if (error == 0) {
            return mean < margin ? 0 : 1;
        }
        return TDistribution.of(d.length - 1.0).cumulativeProbability((mean - margin) / error);
    }

    private static double deviation(double[] d) {
        double mean = mean(d);
        double squares = 0;
        for (double one : d) {
            squares += (one - mean) * (one - mean);
        }
        return Math.sqrt(squares / (d.length - 1));
    }

    private static double mean(double[] d) {
        double sum = 0;
        for (double one : d) {
            sum += one;
        }
        return sum / d.length;
    }
}
