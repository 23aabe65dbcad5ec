package io.callscope.statistics.intervals;

import io.callscope.statistics.Probabilities;
import java.util.Arrays;

/** How many independent calls a sample is worth. Stateless, thread-safe. */
public final class EffectiveSize {
    private EffectiveSize() {}

    /** Kish's (Σw)²/Σw² of a weighted sample: n with equal weights, fewer otherwise; 0 without calls. */
    public static double kish(double[] weights) {
        for (double weight : weights) {
            Probabilities.positive("weight", weight);
        }
        double sum = Arrays.stream(weights).sum();
        double squares = Arrays.stream(weights).map(w -> w * w).sum();
        return squares == 0 ? 0 : sum * sum / squares;
    }

    /**
     * The design effect to plan with when groups are alike inside (Kish 1965): 1 + (m̄ − 1)·ICC.
     *
     * @param size the mean number of calls of one group, such as an agent; 1 or more
     * @param icc how alike calls of one group are, 0 to 1
     */
    public static double plannedDesignEffect(double size, double icc) {
        Probabilities.share("correlation within groups", icc);
        if (!(size >= 1)) {
            throw new IllegalArgumentException("%s calls in a group: expected 1 or more".formatted(size));
        }
        return 1 + (size - 1) * icc;
    }
}
