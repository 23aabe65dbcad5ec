package io.callscope.analytics.review.appeals;

import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as whoever decides may know it: neither the score it is about nor the words of the team, which may tell it.
 *
 * @param number its own
 * @param scorecard id of the scorecard of the review
 * @param scorecardVersion hash of it
 * @param criterion what it is about
 * @param callStartedAt when the call began; null when that is not known
 * @param atMs the second of the recording that the team points to, milliseconds; null when to none
 * @param filedBy login
 * @param dueAt before this it has to be decided
 * @param takenBy login of whoever decides; null while nobody does
 * @param state when it was read
 */
public record Appeal(
        long number,
        CallId callId,
        String scorecard,
        String scorecardVersion,
        String criterion,
        @Nullable Instant callStartedAt,
        @Nullable Long atMs,
        String filedBy,
        Instant filedAt,
        Instant dueAt,
        @Nullable String takenBy,
        AppealState state) {
    public Appeal {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(state, "state");
    }

    /** Whether somebody is deciding it now, and it is this one. */
    public boolean isWith(String login) {
        return state == AppealState.OPEN && login.equals(takenBy);
    }
}
