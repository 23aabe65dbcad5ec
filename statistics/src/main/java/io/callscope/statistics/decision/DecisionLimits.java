package io.callscope.statistics.decision;

import io.callscope.statistics.Probabilities;

/**
 * What must be shown before a machine is trusted; the owner of a site sets them.
 *
 * @param confidence of all one-sided limits, between 0 and 1
 * @param agreement that the lower limit must reach to automate
 * @param agreementToAssist that it must reach to assist
 * @param recall of failures that the lower limit must reach to automate
 * @param failures that people must have found to automate, counted, not weighted
 * @param failuresToAssist that people must have found to assist
 * @param margin how much less than a colleague the machine may agree, above 0
 * @param doubleScored calls that two people must have scored
 * @param reviews that the sample must be worth after weights and agents
 * @param recentReviews that people must have made lately
 * @param agreementOfPeople below which the criterion itself is at fault
 */
public record DecisionLimits(
        double confidence,
        double agreement,
        double agreementToAssist,
        double recall,
        int failures,
        int failuresToAssist,
        double margin,
        int doubleScored,
        double reviews,
        int recentReviews,
        double agreementOfPeople) {
    /** For an ordinary item. */
    public static final DecisionLimits USUAL =
            new DecisionLimits(0.95, 0.90, 0.80, 0.80, 10, 5, 0.05, 30, 50, 50, 0.85);

    /** For an item whose failure costs clients, money or the law. */
    public static final DecisionLimits CRITICAL = USUAL.withRecall(0.95);

    public DecisionLimits {
        Probabilities.inside("confidence", confidence);
        Probabilities.inside("agreement", agreement);
        Probabilities.inside("agreement to assist", agreementToAssist);
        Probabilities.inside("recall", recall);
        Probabilities.inside("margin", margin);
        Probabilities.share("agreement of people", agreementOfPeople);
        if (agreementToAssist > agreement) {
            throw new IllegalArgumentException("agreement to assist %s: expected no more than to automate, %s"
                    .formatted(agreementToAssist, agreement));
        }
        if (failuresToAssist < 1 || failures < failuresToAssist) {
            throw new IllegalArgumentException("%d failures to automate, %d to assist: expected 1 or more, rising"
                    .formatted(failures, failuresToAssist));
        }
        if (doubleScored < 2 || !(reviews >= 1) || recentReviews < 0) {
            throw new IllegalArgumentException("%d double-scored calls, %s reviews, %d recent: expected 2, 1, 0 or more"
                    .formatted(doubleScored, reviews, recentReviews));
        }
    }

    /** The same with another recall. */
    public DecisionLimits withRecall(double other) {
        return new DecisionLimits(
                confidence,
                agreement,
                agreementToAssist,
                other,
                failures,
                failuresToAssist,
                margin,
                doubleScored,
                reviews,
                recentReviews,
                agreementOfPeople);
    }
}
