package io.callscope.analytics.review;

import io.callscope.model.call.CallId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A seat at a planned call. It says nothing of what the machine says.
 *
 * @param week of the plan
 * @param scorecard by which the call is reviewed
 * @param reviewer null on a free seat
 * @param startedAt when the call began
 * @param durationMs length of the call; null when it is not known
 * @param submittedAt when the review was given; null while it is not
 */
public record Assignment(
        LocalDate week,
        CallId callId,
        Seat seat,
        String scorecard,
        @Nullable String reviewer,
        @Nullable Instant startedAt,
        @Nullable Long durationMs,
        @Nullable Instant submittedAt) {
    public boolean isDone() {
        return submittedAt != null;
    }
}
