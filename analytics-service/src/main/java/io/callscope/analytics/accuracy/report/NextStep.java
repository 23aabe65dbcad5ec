package io.callscope.analytics.accuracy.report;

import io.callscope.statistics.Wilson;
import io.callscope.statistics.decision.Decision;
import io.callscope.statistics.decision.DecisionLimits;
import io.callscope.statistics.decision.Reason;
import io.callscope.statistics.decision.Verdict;
import java.util.OptionalLong;

/** What comes next for an item, out of the first reason that holds it back. */
record NextStep(Verdict verdict, DecisionLimits limits, Pace pace) {
    private static final long MOST = 20_000;

    /** Nothing is known of how often calls are scored twice: a fifth of them, as plans do. */
    private static final double USUAL_DOUBLE_SHARE = 0.2;

    /** @param monitored reviews a week that an item that is trusted keeps */
    Next next(long monitored) {
        if (verdict.decision() == Decision.AUTOMATE) {
            return new Next(Next.Step.MONITOR, monitored, null, null);
        }
        Reason reason = verdict.reasons().get(0);
        Verdict.Figure agreement = verdict.figures().agreement();
        Verdict.Figure recall = verdict.figures().recall();
        return switch (reason) {
            case PEOPLE_ONLY -> Next.of(Next.Step.NOTHING);
            case DRIFT -> Next.of(Next.Step.FIND_OUT);
            case PEOPLE_DISAGREE -> Next.of(Next.Step.CALIBRATE);
            case NO_BETTER_THAN_ALWAYS_PASS -> Next.of(Next.Step.MEND_MACHINE);
            case VERSION_CHANGED, TOO_FEW_REVIEWS ->
                review(Math.ceil((limits.reviews() - agreement.effective()) * dilution(agreement)));
            case TOO_FEW_RECENT_REVIEWS -> review(limits.recentReviews() - (double) pace.recent());
            case TOO_FEW_FAILURES -> failures(limits.failuresToAssist() - recall.n());
            case TOO_FEW_FAILURES_TO_AUTOMATE -> failures(limits.failures() - recall.n());
            case LOW_AGREEMENT -> more(agreement, limits.agreement());
            case MISSES_FAILURES -> moreFailures(recall);
            case NO_HUMAN_BENCHMARK ->
                twice(limits.doubleScored() - verdict.figures().colleague().n());
            case BENCHMARK_WITHOUT_SPREAD -> twice(limits.doubleScored());
            case WORSE_THAN_COLLEAGUE ->
                verdict.figures().colleague().difference().orElse(-1) > -limits.margin()
                        ? twice(limits.doubleScored())
                        : Next.of(Next.Step.MEND_MACHINE);
            case NOT_AFTER_OTHER_ITEMS -> new Next(Next.Step.REVIEW, null, null, null);
        };
    }

    private Next review(double reviews) {
        long missing = Math.max(1, (long) Math.ceil(reviews));
        return new Next(Next.Step.REVIEW, missing, null, pace.weeks(missing));
    }

    private Next failures(long missing) {
        double reviews = reviewsFor(missing);
        return new Next(
                Next.Step.MEET_FAILURES,
                Double.isFinite(reviews) ? (long) Math.ceil(reviews) : null,
                missing,
                Double.isFinite(reviews) ? pace.weeks(reviews) : null);
    }

    /** At the rate at which people have come across failures so far. */
    private double reviewsFor(double failures) {
        Verdict.Figure recall = verdict.figures().recall();
        Verdict.Figure agreement = verdict.figures().agreement();
        return recall.n() == 0 ? Double.POSITIVE_INFINITY : failures * agreement.n() / recall.n();
    }

    private Next more(Verdict.Figure figure, double limit) {
        OptionalLong needed = needed(figure, limit);
        return needed.isEmpty()
                ? Next.of(Next.Step.MEND_MACHINE)
                : review((needed.getAsLong() - figure.effective()) * dilution(figure));
    }

    private Next moreFailures(Verdict.Figure recall) {
        OptionalLong needed = needed(recall, limits.recall());
        return needed.isEmpty()
                ? Next.of(Next.Step.MEND_MACHINE)
                : failures(Math.max(1, (long) Math.ceil((needed.getAsLong() - recall.effective()) * dilution(recall))));
    }

    private Next twice(long missing) {
        Verdict.Figures figures = verdict.figures();
        double share = figures.colleague().n() == 0 || figures.agreement().n() == 0
                ? USUAL_DOUBLE_SHARE
                : Math.min(
                        1,
                        (double) figures.colleague().n() / figures.agreement().n());
        return new Next(Next.Step.SCORE_TWICE, missing, null, pace.weeks(missing / share));
    }

    /** How many calls make one independent call. */
    private static double dilution(Verdict.Figure figure) {
        return figure.effective() == 0 ? 1 : figure.n() / figure.effective();
    }

    /** The fewest independent calls at which the present share would reach the limit; empty when none would do. */
    private OptionalLong needed(Verdict.Figure figure, double limit) {
        double share = figure.share().orElse(0);
        if (share <= limit || Wilson.lower(share, MOST, limits.confidence()) < limit) {
            return OptionalLong.empty();
        }
        long low = 1;
        long high = MOST;
        while (low < high) {
            long middle = (low + high) / 2;
            if (Wilson.lower(share, middle, limits.confidence()) >= limit) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return OptionalLong.of(low);
    }
}
