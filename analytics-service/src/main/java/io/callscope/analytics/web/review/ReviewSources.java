package io.callscope.analytics.web.review;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.evaluation.Evaluations;
import io.callscope.analytics.review.PlanMaker;
import io.callscope.analytics.review.Reviews;
import io.callscope.analytics.review.SamplePlans;
import io.callscope.analytics.review.appeals.Appeals;
import io.callscope.analytics.review.calibration.CalibrationSources;
import io.callscope.analytics.review.imports.ImportedReviews;
import io.callscope.analytics.review.pairs.PairReviews;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.users.User;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where the pages of reviews get what they show.
 *
 * @param evaluations what the machine says
 * @param scorecards those in force
 * @param appeals objections of teams to reviews
 * @param calibration sessions in which several people score the same calls
 * @param pairs planned calls beside their customers' others
 * @param imported reviews that people gave elsewhere
 * @param codebook the one in force
 * @param given told of each review by its seat
 */
public record ReviewSources(
        Evaluations evaluations,
        SamplePlans plans,
        Reviews reviews,
        ImportedReviews imported,
        Appeals appeals,
        CalibrationSources calibration,
        PairReviews pairs,
        PlanMaker maker,
        Supplier<Scorecards> scorecards,
        Supplier<Codebook> codebook,
        ReviewCount given) {
    /** Counts reviews. */
    @FunctionalInterface
    public interface ReviewCount {
        /** One was given. */
        void given(String seat);
    }

    /**
     * Calls whose marks and scores he must not see: he is to score them, to decide an appeal about them, or to say which
     * of them a planned call repeats.
     */
    public Set<String> closedTo(User user) {
        Set<String> closed = new HashSet<>(reviews.closedTo(user.login()));
        if (!closed.isEmpty()) {
            // only who has yet to score a call is asked about the others
            closed.addAll(pairs.closedTo(user).keySet());
        }
        closed.addAll(appeals.closedTo(user.login()));
        return closed;
    }

    /** One of those in force. */
    public Optional<Scorecard> scorecard(String id) {
        return scorecards.get().all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
    }
}
