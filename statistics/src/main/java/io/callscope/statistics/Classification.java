package io.callscope.statistics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * How well a machine's answers match people's. Every figure is empty when its denominator is zero: an undefined figure
 * is never shown as 0. Stateless, thread-safe.
 */
public final class Classification {
    private Classification() {}

    /** Counts of pairs of answers, position by position. */
    public static BinaryCounts counts(List<Boolean> people, List<Boolean> machine) {
        sameSize(people, machine);
        BinaryCounts counts = BinaryCounts.EMPTY;
        for (int i = 0; i < people.size(); i++) {
            counts = counts.plus(BinaryCounts.one(people.get(i), machine.get(i)));
        }
        return counts;
    }

    /** (TP + TN) / all. */
    public static OptionalDouble accuracy(BinaryCounts c) {
        return c.total() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (c.tp() + c.tn()) / c.total());
    }

    /** Mean of recall and specificity. */
    public static OptionalDouble balancedAccuracy(BinaryCounts c) {
        return c.recall().isEmpty() || c.specificity().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((c.recall().getAsDouble() + c.specificity().getAsDouble()) / 2);
    }

    /** Matthews' correlation, −1 to 1. */
    public static OptionalDouble mcc(BinaryCounts c) {
        double product = (double) (c.tp() + c.fp()) * (c.tp() + c.fn()) * (c.tn() + c.fp()) * (c.tn() + c.fn());
        return product == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(((double) c.tp() * c.tn() - (double) c.fp() * c.fn()) / Math.sqrt(product));
    }

    /** Wilson's interval of a share on its own denominator; empty without any trial. */
    public static Optional<Interval> interval(long successes, long trials, double confidence) {
        return trials == 0 ? Optional.empty() : Optional.of(Wilson.interval(successes, trials, confidence));
    }

    /**
     * Interval of F1: with J = TP / (TP + FP + FN), F1 = 2J / (1 + J) grows with J, so Wilson's limits of J are
     * carried over.
     */
    public static Optional<Interval> f1Interval(BinaryCounts c, double confidence) {
        return interval(c.tp(), c.tp() + c.fp() + c.fn(), confidence)
                .map(j -> new Interval(2 * j.lower() / (1 + j.lower()), 2 * j.upper() / (1 + j.upper())));
    }

    /** Counts over all classes of a question with one answer out of several: each class is a yes-or-no question. */
    public static List<BinaryCounts> perClass(List<Integer> people, List<Integer> machine) {
        sameSize(people, machine);
        Set<Integer> classes = new TreeSet<>(people);
        classes.addAll(machine);
        return classes.stream()
                .map(label -> counts(
                        people.stream().map(label::equals).toList(),
                        machine.stream().map(label::equals).toList()))
                .toList();
    }

    /** All counts added up. */
    public static BinaryCounts micro(List<BinaryCounts> counts) {
        return counts.stream().reduce(BinaryCounts.EMPTY, BinaryCounts::plus);
    }

    /** Mean of F1 over the classes; empty when it is undefined for one of them. */
    public static OptionalDouble macroF1(List<BinaryCounts> counts) {
        return counts.isEmpty() || counts.stream().anyMatch(c -> c.f1().isEmpty())
                ? OptionalDouble.empty()
                : counts.stream().mapToDouble(c -> c.f1().getAsDouble()).average();
    }

    /** Correlation of two classifications with several classes (Gorodkin's R_K), which is Matthews' for two. */
    public static OptionalDouble mcc(List<Integer> people, List<Integer> machine) {
        sameSize(people, machine);
        double n = people.size();
        double hits = 0;
        for (int i = 0; i < people.size(); i++) {
            hits += people.get(i).equals(machine.get(i)) ? 1 : 0;
        }
        double both = 0;
        double squaresPeople = 0;
        double squaresMachine = 0;
        for (BinaryCounts c : perClass(people, machine)) {
            both += (double) (c.tp() + c.fn()) * (c.tp() + c.fp());
            squaresPeople += Math.pow(c.tp() + c.fn(), 2);
            squaresMachine += Math.pow(c.tp() + c.fp(), 2);
        }
        double spread = Math.sqrt((n * n - squaresPeople) * (n * n - squaresMachine));
        return spread == 0 ? OptionalDouble.empty() : OptionalDouble.of((hits * n - both) / spread);
    }

    private static void sameSize(List<?> people, List<?> machine) {
        if (people.size() != machine.size()) {
            throw new IllegalArgumentException(
                    "%d and %d answers: expected as many".formatted(people.size(), machine.size()));
        }
    }
}
