package io.callscope.analytics.accuracy;

import io.callscope.kit.config.Bounds;
import io.callscope.statistics.decision.DecisionLimits;
import io.callscope.statistics.drift.UnknownRateCusum;

/**
 * What must be shown before the machine is trusted.
 *
 * @param agreement with people that must be shown to trust the machine, 0.5 to 0.99; default 0.90
 * @param agreementToAssist that must be shown to let it assist, 0.5 to {@code agreement}; default 0.80
 * @param failuresFound share of failures that it must be shown to find, 0.5 to 0.99; default 0.80
 * @param criticalFailuresFound the same for critical criteria; default 0.95
 * @param colleagueMargin how much less than a colleague it may agree, 0.01 to 0.2; default 0.05
 * @param recentWeeks within which people must have looked, 1 to 52; default 8
 * @param recentReviews how many reviews those weeks must hold, 0 to 1000; default 50
 * @param falseAlarms the probability that any item is held back for drift within a year of reviews, 1,500 of each, though
 *     nothing drifts, 0.001 to 0.5; default 0.05
 */
public record AccuracySettings(
        Double agreement,
        Double agreementToAssist,
        Double failuresFound,
        Double criticalFailuresFound,
        Double colleagueMargin,
        Integer recentWeeks,
        Integer recentReviews,
        Double falseAlarms) {
    public AccuracySettings {
        agreement = agreement == null ? 0.90 : agreement;
        agreementToAssist = agreementToAssist == null ? 0.80 : agreementToAssist;
        failuresFound = failuresFound == null ? 0.80 : failuresFound;
        criticalFailuresFound = criticalFailuresFound == null ? 0.95 : criticalFailuresFound;
        colleagueMargin = colleagueMargin == null ? 0.05 : colleagueMargin;
        recentWeeks = recentWeeks == null ? 8 : recentWeeks;
        recentReviews = recentReviews == null ? 50 : recentReviews;
        falseAlarms = falseAlarms == null ? 0.05 : falseAlarms;
        requireRange("agreement", agreement, 0.5, 0.99);
        requireRange("agreementToAssist", agreementToAssist, 0.5, agreement);
        requireRange("failuresFound", failuresFound, 0.5, 0.99);
        requireRange("criticalFailuresFound", criticalFailuresFound, 0.5, 0.99);
        requireRange("colleagueMargin", colleagueMargin, 0.01, 0.2);
        Bounds.requireRange("recentWeeks", recentWeeks, 1, 52);
        Bounds.requireRange("recentReviews", recentReviews, 0, 1000);
        requireRange("falseAlarms", falseAlarms, 0.001, 0.5);
    }

    public static AccuracySettings defaults() {
        return new AccuracySettings(0.90, 0.80, 0.80, 0.95, 0.05, 8, 50, 0.05);
    }

    /** The limits of an item. */
    public DecisionLimits limits(Item item) {
        DecisionLimits usual = DecisionLimits.USUAL;
        return new DecisionLimits(
                usual.confidence(),
                agreement,
                agreementToAssist,
                item.critical() ? criticalFailuresFound : failuresFound,
                usual.failures(),
                usual.failuresToAssist(),
                colleagueMargin,
                usual.doubleScored(),
                usual.reviews(),
                recentReviews,
                usual.agreementOfPeople());
    }

    /**
     * The height at which an item's chart signals: each of the items has its equal part of {@link #falseAlarms()}.
     *
     * @param items that are watched together, 1 or more
     */
    public double alarmHeight(int items) {
        if (items < 1) {
            throw new IllegalArgumentException("%d items: expected 1 or more".formatted(items));
        }
        return UnknownRateCusum.height(falseAlarms / items);
    }

    private static void requireRange(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("%s %s: expected %s to %s".formatted(name, value, least, most));
        }
    }
}
