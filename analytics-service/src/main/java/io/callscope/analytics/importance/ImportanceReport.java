package io.callscope.analytics.importance;

import io.callscope.analytics.repeats.report.Share;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What matters for an outcome in some weeks. Every figure that is shown or answered as JSON stands here.
 *
 * @param first the first Monday
 * @param last the last Sunday
 * @param calls judged calls of these weeks
 * @param answered customers who answered, out of those of whom it is known that they were asked
 * @param studied answers that the figures are of: the newest when there are very many
 * @param customers who gave them
 * @param outcome mean of the outcome; null without answers
 * @param refusal why there is no importance; null when there is
 * @param explained R² of all predictors together, 0 to 1; null when refused
 * @param method how R² was shared out; null when refused
 * @param factors most important first
 * @param leftOut predictors that too few answers show
 * @param barriers how many have any barrier: of those who answered, of those who did not, of all calls
 * @param queues figures of the telephone system
 * @param teams figures of teams
 */
public record ImportanceReport(
        LocalDate first,
        LocalDate last,
        int weeks,
        ImportanceQuestion question,
        long calls,
        Share answered,
        int studied,
        int customers,
        @Nullable Double outcome,
        @Nullable String refusal,
        @Nullable Double explained,
        @Nullable String method,
        List<Factor> factors,
        List<Rare> leftOut,
        WithBarrier barriers,
        List<QueueFigures> queues,
        List<TeamFigures> teams) {
    public ImportanceReport {
        factors = List.copyOf(factors);
        leftOut = List.copyOf(leftOut);
        queues = List.copyOf(queues);
        teams = List.copyOf(teams);
    }

    /** Lower and upper end of a 95 % interval. */
    public record Ends(double low, double high) {}

    /**
     * One predictor.
     *
     * @param id of the force or code
     * @param inCalls how many of all calls show it
     * @param inAnswers of those that the answers are about
     * @param share of the outcome's variance, 0 to 1
     * @param slope how the outcome differs with it, others being the same
     * @param after the outcome if it were rarer by the question's fall
     */
    public record Factor(
            String id,
            Share inCalls,
            double inAnswers,
            double share,
            Ends shareEnds,
            double slope,
            Ends slopeEnds,
            double after,
            Ends afterEnds) {}

    /** A predictor that is left out, and in how many answers it is shown. */
    public record Rare(String id, int shown) {}

    /** Any barrier among those who answered, those who were asked and did not, and all calls. */
    public record WithBarrier(Share answered, Share silent, Share all) {}

    /** Means of a queue, by calls offered where that is known; null where nothing was imported. */
    public record QueueFigures(
            String queue,
            Share barriers,
            @Nullable Double aht,
            @Nullable Double asa,
            @Nullable Double sl,
            @Nullable Double lcr,
            @Nullable Double occupancy) {}

    /** The newest month of a team up to the last day. */
    public record TeamFigures(
            String team,
            Share barriers,
            LocalDate month,
            @Nullable Double enps,
            @Nullable Double turnover) {}
}
