package io.callscope.analytics.review.calibration;

import io.callscope.analytics.review.Assignment;
import io.callscope.analytics.review.Dispute;
import io.callscope.analytics.review.Review;
import io.callscope.analytics.review.Reviews;
import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Seats of plans and of sessions together, so that a session is scored on the same pages as everything else. Somebody who
 * is in a session with a call has no other seat at it. Thread-safe.
 */
public final class ReviewsAndSessions implements Reviews {
    private final Reviews planned;
    private final CalibrationSeats sessions;

    public ReviewsAndSessions(Reviews planned, CalibrationSeats sessions) {
        this.planned = Objects.requireNonNull(planned, "planned");
        this.sessions = Objects.requireNonNull(sessions, "sessions");
    }

    @Override
    public List<Assignment> seatsOf(User user) {
        return Stream.concat(planned.seatsOf(user).stream(), sessions.of(user, null).stream())
                .toList();
    }

    @Override
    public List<Assignment> freeFor(User user) {
        return planned.freeFor(user);
    }

    @Override
    public Optional<Assignment> seatOf(User user, CallId callId) {
        Optional<Assignment> session = sessions.of(user, callId).stream().findFirst();
        return session.isPresent() ? session : planned.seatOf(user, callId);
    }

    private boolean isSession(User user, CallId callId) {
        return !sessions.of(user, callId).isEmpty();
    }

    @Override
    public boolean take(User user, CallId callId, Instant now) {
        return planned.take(user, callId, now);
    }

    @Override
    public Set<String> closedTo(String login) {
        Set<String> closed = new HashSet<>(planned.closedTo(login));
        closed.addAll(sessions.closedTo(login));
        return closed;
    }

    @Override
    public long submit(User user, CallId callId, Review.Given given, Instant now) {
        return isSession(user, callId)
                ? sessions.submit(user, callId, given, now)
                : planned.submit(user, callId, given, now);
    }

    @Override
    public long change(User user, CallId callId, Review.Given given, Instant now) {
        return isSession(user, callId)
                ? sessions.change(user, callId, given, now)
                : planned.change(user, callId, given, now);
    }

    @Override
    public List<Review> own(User user, CallId callId) {
        return planned.own(user, callId);
    }

    @Override
    public List<Dispute> disputes(User user) {
        return planned.disputes(user);
    }

    @Override
    public long decide(User user, CallId callId, Review.Given given, Instant now) {
        return planned.decide(user, callId, given, now);
    }
}
