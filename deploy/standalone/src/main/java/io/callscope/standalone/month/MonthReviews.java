package io.callscope.standalone.month;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.database.TableStatistics;
import io.callscope.analytics.pinned.PinSettings;
import io.callscope.analytics.review.EmptyWeekException;
import io.callscope.analytics.review.JdbiSamplePlans;
import io.callscope.analytics.review.QaSettings;
import io.callscope.analytics.review.WeeksOver;
import io.callscope.analytics.review.appeals.AppealSettings;
import io.callscope.analytics.review.simulated.CallTruth;
import io.callscope.analytics.review.simulated.Controller;
import io.callscope.analytics.review.simulated.SimulatedControllers;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.users.TeamScope;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Lets controllers who are no persons score a sample of each week of the simulated month, so that the accuracy page has
 * something to decide on. The last week that is over is left to whoever tries the plan himself. Stateless beside its data
 * source, which belongs to the caller.
 */
public final class MonthReviews {
    /** Calls of a month of which enough can be scored. */
    public static final int CALLS = 1_800;

    /** More than a real team scores, so that five weeks are enough to decide on. */
    private static final QaSettings SETTINGS =
            new QaSettings(180, 0.5, 0, 0.5, 0.3, AppealSettings.defaults(), PinSettings.defaults());

    private final DataSource dataSource;
    private final SimulatedControllers controllers;
    private final WeeksOver weeks;

    /**
     * @param scorecards by which the month has been evaluated
     * @param windowDays within how many days a contact may repeat another
     * @param site whose weeks plans are made for
     */
    public MonthReviews(
            DataSource dataSource, Scorecards scorecards, Codebook codebook, int windowDays, ZoneId site, Clock clock) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.weeks = new WeeksOver(site, clock);
        this.controllers = new SimulatedControllers(
                dataSource, scorecards, codebook, Controller.USUAL, SETTINGS, windowDays, site);
    }

    /**
     * Plans and reviews, unless the database has a plan: of an earlier time, or a real one, which simulated ones never
     * join.
     *
     * @param truths of the month's calls
     * @return how many reviews were given
     */
    public int give(Map<String, CallTruth> truths, long seed) {
        if (!new JdbiSamplePlans(dataSource).newest(1, TeamScope.all()).isEmpty()) {
            return 0;
        }
        int given = 0;
        for (int before = MonthPlan.WEEKS; before >= 1; before--) {
            given += review(weeks.last().minusWeeks(before), truths, seed + before);
        }
        new TableStatistics(dataSource).renew();
        return given;
    }

    private int review(LocalDate week, Map<String, CallTruth> truths, long seed) {
        try {
            return controllers.review(week, truths, seed);
        } catch (EmptyWeekException beforeTheMonth) {
            return 0;
        }
    }
}
