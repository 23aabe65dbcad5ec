package io.callscope.analytics.review;

import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Seats and reviews. A reviewer gets nothing of what another says. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface Reviews extends ClosedCalls {
    /** His seats, those that wait first, and of those that are done the newest hundred. */
    List<Assignment> seatsOf(User user);

    /** Seats that he may take: of calls of his teams that he neither scores already nor has read with its marks. */
    List<Assignment> freeFor(User user);

    /** His seat at a call. */
    Optional<Assignment> seatOf(User user, CallId callId);

    /** Takes a free seat; false when it is none, or he may not. */
    boolean take(User user, CallId callId, Instant now);

    /** Calls whose marks he must not see: he has a seat and has not scored them. */
    @Override
    Set<String> closedTo(String login);

    /**
     * Keeps the review of his seat.
     *
     * @return its number
     * @throws SeatTakenException when he has no seat there, or its review has been given
     */
    long submit(User user, CallId callId, Review.Given given, Instant now);

    /**
     * Keeps what he thinks after he has seen what the machine says, beside his last review of the call.
     *
     * @return its number
     * @throws SeatTakenException when he has given none
     */
    long change(User user, CallId callId, Review.Given given, Instant now);

    /** His reviews of a call, the first first. */
    List<Review> own(User user, CallId callId);

    /** Calls that two people have scored differently and nobody has decided on. */
    List<Dispute> disputes(User user);

    /**
     * Keeps a decision.
     *
     * @return its number
     * @throws SeatTakenException when there is no such dispute for him, or somebody has decided
     */
    long decide(User user, CallId callId, Review.Given given, Instant now);
}
