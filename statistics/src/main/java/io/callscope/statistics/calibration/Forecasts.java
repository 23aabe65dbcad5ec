package io.callscope.statistics.calibration;

import io.callscope.statistics.Probabilities;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Stated probabilities and what came true, call by call. Immutable. */
public final class Forecasts {
    private final boolean[] outcomes;
    private final double[] probabilities;

    /** @throws IllegalArgumentException unless both are as long and probabilities lie between 0 and 1 */
    public Forecasts(boolean[] outcomes, double[] probabilities) {
        Probabilities.sameSize("outcomes", outcomes.length, "probabilities", probabilities.length);
        for (double p : probabilities) {
            Probabilities.share("probability", p);
        }
        this.outcomes = outcomes.clone();
        this.probabilities = probabilities.clone();
    }

    public int size() {
        return outcomes.length;
    }

    public double probability(int i) {
        return probabilities[i];
    }

    /** 1 if call {@code i} came true, otherwise 0. */
    public double outcome(int i) {
        return outcomes[i] ? 1 : 0;
    }

    /** Mean of (p − y)² (Brier 1950); empty without calls. */
    public OptionalDouble brier() {
        return IntStream.range(0, size())
                .mapToDouble(i -> Math.pow(probabilities[i] - outcome(i), 2))
                .average();
    }

    /** Mean of −ln of the probability of what came true; empty without calls, and when a sure forecast was wrong. */
    public OptionalDouble logLoss() {
        OptionalDouble loss = IntStream.range(0, size())
                .mapToDouble(i -> -Math.log(outcomes[i] ? probabilities[i] : 1 - probabilities[i]))
                .average();
        return loss.isPresent() && Double.isInfinite(loss.getAsDouble()) ? OptionalDouble.empty() : loss;
    }

    /**
     * How often a call that came true was given more than one that did not, half for ties: the area under the ROC
     * curve (Hanley and McNeil 1982). Empty unless both outcomes occur.
     */
    public OptionalDouble auc() {
        Integer[] order = IntStream.range(0, size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> probabilities[i]));
        double ranks = 0;
        double positives = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && probabilities[order[to]] == probabilities[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks += outcomes[order[i]] ? (from + 1 + to) / 2.0 : 0;
                positives += outcome(order[i]);
            }
            from = to;
        }
        double negatives = size() - positives;
        return positives == 0 || negatives == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((ranks - positives * (positives + 1) / 2) / (positives * negatives));
    }
}
