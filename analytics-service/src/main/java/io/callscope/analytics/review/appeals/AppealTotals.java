package io.callscope.analytics.review.appeals;

import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.scorecard.CallScore;
import io.callscope.analytics.scorecard.Scorecard;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What an appeal makes of a review's total: that of the review, and that which counts for the agent, with every decision
 * on the review so far.
 */
public record AppealTotals(Total before, Total after) {
    /**
     * One total.
     *
     * @param total 0 to 100, 0 with a critical failure; null when it is not determined
     * @param withoutCritical the same where critical failures count by their weight
     */
    public record Total(@Nullable Double total, @Nullable Double withoutCritical) {
        static Total of(CallScore score) {
            return new Total(value(score.total()), value(score.totalWithoutCritical()));
        }

        private static @Nullable Double value(OptionalDouble value) {
            return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
        }
    }

    /**
     * By the scorecard of the review.
     *
     * @param given answers of the review, by criterion
     * @param counting those that count for the agent
     */
    static AppealTotals of(Scorecard scorecard, Map<String, Answer> given, Map<String, Answer> counting) {
        return new AppealTotals(Total.of(scorecard.ofPeople(given)), Total.of(scorecard.ofPeople(counting)));
    }
}
