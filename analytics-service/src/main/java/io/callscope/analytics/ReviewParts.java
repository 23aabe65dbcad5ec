package io.callscope.analytics;

import io.callscope.analytics.evaluation.EvaluationRenewal;
import io.callscope.analytics.evaluation.JdbiEvaluationMaker;
import io.callscope.analytics.evaluation.JdbiEvaluations;
import io.callscope.analytics.evaluation.JdbiRenewedEvaluations;
import io.callscope.analytics.live.Rulebook;
import io.callscope.analytics.pipeline.AnalyticsMeters;
import io.callscope.analytics.review.JdbiReviews;
import io.callscope.analytics.review.JdbiSamplePlans;
import io.callscope.analytics.review.PlanMaker;
import io.callscope.analytics.review.appeals.JdbiAppeals;
import io.callscope.analytics.review.calibration.CalibrationSources;
import io.callscope.analytics.review.calibration.JdbiCalibrationSeats;
import io.callscope.analytics.review.calibration.ReviewsAndSessions;
import io.callscope.analytics.review.imports.JdbiImportedReviews;
import io.callscope.analytics.review.pairs.JdbiPairReviews;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.store.JdbiStoredCalls;
import io.callscope.analytics.users.JdbiUserStore;
import io.callscope.analytics.web.review.ReviewSources;
import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Plans and reviews put together. */
final class ReviewParts {
    private ReviewParts() {}

    static ReviewSources of(
            AnalyticsConfig config,
            DataSource dataSource,
            Supplier<Rulebook> rulebook,
            AnalyticsMeters meters,
            Clock clock) {
        return new ReviewSources(
                new JdbiEvaluations(dataSource),
                new JdbiSamplePlans(dataSource),
                new ReviewsAndSessions(new JdbiReviews(dataSource), new JdbiCalibrationSeats(dataSource)),
                new JdbiImportedReviews(dataSource, config.siteZone()),
                new JdbiAppeals(
                        dataSource,
                        config.qa().appeals(),
                        config.siteZone(),
                        clock,
                        () -> rulebook.get().scorecards()),
                CalibrationSources.over(dataSource, new JdbiUserStore(dataSource), config.siteZone(), clock),
                new JdbiPairReviews(dataSource, config.repeats()::windowDays),
                PlanMaker.over(dataSource, new JdbiUserStore(dataSource), config.qa(), config.siteZone(), clock),
                () -> rulebook.get().scorecards(),
                () -> rulebook.get().codebook(),
                meters::reviewed);
    }

    /** @param scorecards those in force */
    static EvaluationRenewal renewal(DataSource dataSource, Supplier<Scorecards> scorecards, Clock clock) {
        return new EvaluationRenewal(
                new JdbiStoredCalls(dataSource),
                new JdbiRenewedEvaluations(dataSource, new JdbiEvaluationMaker(scorecards)),
                scorecards,
                clock);
    }
}
