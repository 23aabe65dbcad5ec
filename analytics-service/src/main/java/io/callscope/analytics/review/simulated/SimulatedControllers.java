package io.callscope.analytics.review.simulated;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.review.JdbiReviews;
import io.callscope.analytics.review.PlanMaker;
import io.callscope.analytics.review.QaSettings;
import io.callscope.analytics.review.Review;
import io.callscope.analytics.review.ReviewScale;
import io.callscope.analytics.review.Reviews;
import io.callscope.analytics.review.SamplePlan;
import io.callscope.analytics.review.Seat;
import io.callscope.analytics.review.pairs.JdbiPairReviews;
import io.callscope.analytics.review.pairs.PairCandidates;
import io.callscope.analytics.review.pairs.PairReviews;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.users.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Scores a week's calls that nobody made, as people would: a plan is drawn among them as any plan is, seats are given, the
 * questions of pairs are answered and then the review, each the way a controller's goes. Only what is said is made up,
 * from what is true of the call and how often the controller errs. Such plans are marked, and no rate counts them together
 * with others. Not thread-safe.
 */
public final class SimulatedControllers {
    /** The reviews of a plan follow one another through the days after its week. */
    private static final Duration REVIEWED_WITHIN = Duration.ofDays(4);

    private static final Duration BEGINS = Duration.ofHours(9);

    private final DataSource dataSource;
    private final QaSettings settings;
    private final ZoneId site;
    private final Map<String, Controller> controllers;
    private final Map<String, ReviewScale> scales;
    private final Reviews reviews;
    private final PairReviews pairs;

    /**
     * @param scorecards by which calls have been evaluated
     * @param settings how plans are drawn
     * @param windowDays within how many days a contact may repeat another
     * @param site whose weeks plans are made for
     */
    public SimulatedControllers(
            DataSource dataSource,
            Scorecards scorecards,
            Codebook codebook,
            List<Controller> controllers,
            QaSettings settings,
            int windowDays,
            ZoneId site) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.site = Objects.requireNonNull(site, "site");
        this.controllers = controllers.stream()
                .collect(Collectors.toMap(
                        one -> one.user().login(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
        this.scales = scorecards.all().stream()
                .map(scorecard -> ReviewScale.of(scorecard, codebook))
                .collect(Collectors.toMap(ReviewScale::scorecard, Function.identity()));
        this.reviews = new JdbiReviews(dataSource);
        this.pairs = new JdbiPairReviews(dataSource, () -> windowDays);
    }

    /**
     * Draws the plan of a week and reviews its calls.
     *
     * @param week its Monday
     * @param truths by call; a call without one is left to whoever has its seat
     * @return how many reviews were given
     * @throws io.callscope.analytics.review.PlanExistsException when the week has a plan
     * @throws io.callscope.analytics.review.EmptyWeekException when no simulated call of it can be reviewed
     */
    public int review(LocalDate week, Map<String, CallTruth> truths, long seed) {
        Instant began = week.plusWeeks(1).atStartOfDay(site).toInstant().plus(BEGINS);
        List<User> people = controllers.values().stream().map(Controller::user).toList();
        SamplePlan plan = PlanMaker.simulating(dataSource, people, settings, site, Clock.fixed(began, site))
                .make(week, seed, "simulation");
        SplittableRandom random = new SplittableRandom(seed);
        int given = 0;
        for (int place = 0; place < plan.calls().size(); place++) {
            SamplePlan.Planned call = plan.calls().get(place);
            Instant at = began.plus(
                    REVIEWED_WITHIN.multipliedBy(place).dividedBy(plan.calls().size()));
            CallTruth truth = truths.get(call.callId().value());
            if (truth != null) {
                given += review(call, truth, at, random);
            }
        }
        return given;
    }

    /** Both seats of a call, the first one first. */
    private int review(SamplePlan.Planned call, CallTruth truth, Instant at, SplittableRandom random) {
        ReviewScale scale = Objects.requireNonNull(scales.get(call.scorecard()), call.scorecard());
        List<Map.Entry<Seat, String>> seats = call.seats().entrySet().stream()
                .filter(seat -> seat.getValue() != null)
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .toList();
        for (Map.Entry<Seat, String> seat : seats) {
            Controller controller = Objects.requireNonNull(controllers.get(seat.getValue()), seat.getValue());
            GivenAnswers says = new GivenAnswers(controller.errs(), random.split());
            pairs.of(controller.user(), call.callId())
                    .filter(shown -> !shown.isEmpty())
                    .map(PairCandidates::earlier)
                    .ifPresent(earlier -> pairs.give(
                            controller.user(), call.callId(), says.pair(truth, earlier, scale.causes()), at));
            reviews.submit(
                    controller.user(),
                    call.callId(),
                    new Review.Given(scale.scorecard(), scale.version(), null, says.review(scale, truth)),
                    at);
        }
        return seats.size();
    }
}
