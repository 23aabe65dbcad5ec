package io.callscope.statistics.importance;

import io.callscope.statistics.Interval;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much of an outcome's variance each predictor stands for. Association is not cause.
 *
 * @param rows answers
 * @param clusters of them that are independent
 * @param refusal why there are no figures; null when there are
 * @param method how R² was shared out
 * @param explained R², 0 to 1; not a number when refused
 * @param outcome mean outcome
 * @param predictors those with figures, most important first
 * @param leftOut those that are too rare, or too common, to say anything of
 */
public record Importance(
        int rows,
        int clusters,
        @Nullable Refusal refusal,
        Method method,
        double explained,
        double outcome,
        List<Predictor> predictors,
        List<LeftOut> leftOut) {
    public Importance {
        Objects.requireNonNull(method, "method");
        predictors = List.copyOf(predictors);
        leftOut = List.copyOf(leftOut);
    }

    /** How R² was shared out. */
    public enum Method {
        SHAPLEY,
        RELATIVE_WEIGHTS
    }

    /** Why nothing is said. */
    public enum Refusal {
        /** Fewer answers than one may speak of. */
        TOO_FEW_ANSWERS,
        /** Every answer is the same. */
        OUTCOME_DOES_NOT_VARY,
        /** No predictor is frequent enough. */
        NO_PREDICTOR
    }

    /**
     * One predictor.
     *
     * @param frequency its mean: the share of answers that show it, where it is 0 or 1
     * @param share of R², in parts of the outcome's variance, 0 to 1
     * @param interval of the share
     * @param slope how the outcome changes when it grows by one and the others stay
     * @param slopeInterval of the slope
     * @param after the outcome's mean if it were rarer by the fall that was asked for
     * @param afterInterval of it
     */
    public record Predictor(
            String name,
            double frequency,
            double share,
            Interval interval,
            double slope,
            Interval slopeInterval,
            double after,
            Interval afterInterval) {}

    /**
     * A predictor without figures.
     *
     * @param shown in how many answers it is not 0
     */
    public record LeftOut(String name, int shown) {}
}
