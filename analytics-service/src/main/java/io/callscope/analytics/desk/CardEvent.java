package io.callscope.analytics.desk;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of a card's history. Immutable.
 *
 * @param what id of a move, or {@code made}, {@code joined}, {@code reopened}, {@code come-back}, {@code false-mark},
 *     {@code false-mark-undone}
 * @param who name of the person; null when the machine did it
 * @param callId the call that it is about; null when it is about all
 * @param detail id of the outcome, or what was called false
 * @param department whom it went to
 * @param colleague likewise, a login
 * @param until when it comes back
 * @param note in the person's words
 */
public record CardEvent(
        Instant at,
        String what,
        @Nullable String who,
        @Nullable String callId,
        @Nullable String detail,
        @Nullable String department,
        @Nullable String colleague,
        @Nullable Instant until,
        @Nullable String note) {
    public CardEvent {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(what, "what");
    }
}
