package io.callscope.analytics.review.calibration;

import io.callscope.analytics.review.Assignment;
import io.callscope.analytics.review.ClosedCalls;
import io.callscope.analytics.review.Review;
import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seats at the calls of sessions, for those who score them. Implementations are thread-safe. */
public interface CalibrationSeats extends ClosedCalls {
    /**
     * His seats, those that wait first.
     *
     * @param callId of this call only; null for all
     */
    List<Assignment> of(User user, @Nullable CallId callId);

    /**
     * Keeps the review of his seat.
     *
     * @return its number
     * @throws io.callscope.analytics.review.SeatTakenException when he has no seat there, its review has been given, or
     *     the session has ended
     */
    long submit(User user, CallId callId, Review.Given given, Instant now);

    /** Keeps what he thinks after he has seen what the machine says, beside his last review; it counts for nothing. */
    long change(User user, CallId callId, Review.Given given, Instant now);
}
