package io.callscope.analytics.review.pairs;

import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Pair reviews of those who sit at planned calls. Implementations are thread-safe. Every method throws {@link
 * io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface PairReviews {
    /** What he may judge; empty when he has no seat of a plan there, or its review has been submitted. */
    Optional<PairCandidates> of(User user, CallId callId);

    /**
     * Calls that he is asked about beside planned ones, in the questions he has yet to answer: their marks and links
     * would tell him.
     *
     * @return ids of the others, with the planned call whose question shows them
     */
    Map<String, CallId> closedTo(User user);

    /**
     * Keeps what he says, once; not as blind when he has seen the marks of one of the calls shown.
     *
     * @throws io.callscope.analytics.review.SeatTakenException when he has no such seat, or has said it
     * @throws IllegalArgumentException when the call he names is none of the earlier ones
     */
    void give(User user, CallId callId, PairAnswer answer, Instant now);
}
