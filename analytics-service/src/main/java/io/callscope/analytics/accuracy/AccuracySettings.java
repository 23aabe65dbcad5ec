package io.callscope.analytics.accuracy;

import io.callscope.kit.config.Bounds;
import io.callscope.statistics.decision.DecisionLimits;
import io.callscope.statistics.drift.BernoulliCusum;

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
 * @param alarmHeight of the sum of disagreements at which they count as more than usual, 2 to 10; default 4
 */
public record AccuracySettings(
        Double agreement,
        Double agreementToAssist,
        Double failuresFound,
        Double criticalFailuresFound,
        Double colleagueMargin,
        Integer recentWeeks,
        Integer recentReviews,
        Double alarmHeight) {
    /** How far above the usual share of disagreements one wants to be told. */
    private static final double WORSE = 0.10;

    /** No item's usual share is taken to be smaller. */
    private static final double LEAST_USUAL = 0.05;

    private static final double MOST_USUAL = 0.5;

    public AccuracySettings {
        agreement = agreement == null ? 0.90 : agreement;
        agreementToAssist = agreementToAssist == null ? 0.80 : agreementToAssist;
        failuresFound = failuresFound == null ? 0.80 : failuresFound;
        criticalFailuresFound = criticalFailuresFound == null ? 0.95 : criticalFailuresFound;
        colleagueMargin = colleagueMargin == null ? 0.05 : colleagueMargin;
        recentWeeks = recentWeeks == null ? 8 : recentWeeks;
        recentReviews = recentReviews == null ? 50 : recentReviews;
        alarmHeight = alarmHeight == null ? 4.0 : alarmHeight;
        requireRange("agreement", agreement, 0.5, 0.99);
        requireRange("agreementToAssist", agreementToAssist, 0.5, agreement);
        requireRange("failuresFound", failuresFound, 0.5, 0.99);
        requireRange("criticalFailuresFound", criticalFailuresFound, 0.5, 0.99);
        requireRange("colleagueMargin", colleagueMargin, 0.01, 0.2);
        Bounds.requireRange("recentWeeks", recentWeeks, 1, 52);
        Bounds.requireRange("recentReviews", recentReviews, 0, 1000);
        requireRange("alarmHeight", alarmHeight, 2, 10);
    }

    public static AccuracySettings defaults() {
        return new AccuracySettings(0.90, 0.80, 0.80, 0.95, 0.05, 8, 50, 4.0);
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

    /** The chart of an item whose first reviews showed this share of disagreements. */
    public BernoulliCusum chart(double usual) {
        double kept = Math.min(Math.max(usual, LEAST_USUAL), MOST_USUAL);
        return new BernoulliCusum(kept, kept + WORSE);
    }

    private static void requireRange(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("%s %s: expected %s to %s".formatted(name, value, least, most));
        }
    }
}
