package io.callscope.analytics.review.appeals;

import io.callscope.analytics.review.ClosedCalls;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import java.util.List;
import java.util.Optional;

/**
 * Appeals against reviews. Nobody who scored the call, filed the appeal or knows a score of the call decides, and a call
 * is closed to whoever is deciding on it. Implementations are thread-safe. Every method throws {@link
 * io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface Appeals extends ClosedCalls {
    /** Those of the calls that he may see: open ones by their term, then the others, the newest first; 300 at most. */
    List<Appeal> of(User user);

    /** One of them. */
    Optional<Appeal> of(User user, long number);

    /** Score, reason and decision of one that is not open any more; empty while it is. */
    Optional<AppealScores> scores(User user, long number);

    /** Reviews of the calls of his teams to which they may still object, the term that ends first first. */
    List<ScoredReview> reviews(User user);

    /**
     * One of them with its answers, also when its term is over.
     *
     * @throws AppealRefusedException when there is none that he may see
     */
    ScoredReview review(User user, long number);

    /**
     * Files one.
     *
     * @throws AppealRefusedException naming why it cannot be
     */
    Appeal file(User user, Filing filing);

    /**
     * Takes one to decide; the same again changes nothing.
     *
     * @throws AppealRefusedException naming why he cannot
     */
    Appeal take(User user, long number);

    /**
     * Frees one that somebody took, so that another can decide.
     *
     * @param anybodys whether he may free what others took
     * @throws AppealRefusedException naming why he cannot
     */
    Appeal release(User user, long number, boolean anybodys);

    /**
     * Decides one that he took.
     *
     * @throws AppealRefusedException naming why he cannot
     */
    Appeal decide(User user, long number, Decision decision);

    /** How often teams object, per criterion. */
    List<CriterionAppeals> counts(TeamScope scope);
}
