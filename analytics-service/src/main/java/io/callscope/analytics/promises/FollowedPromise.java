package io.callscope.analytics.promises;

import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A promise with what became of it, without a word of the call.
 *
 * @param number its own
 * @param callId in which it was made
 * @param atMs when its words begin, from the start of the call, milliseconds
 * @param saidDue how its term is said; null when none is
 * @param dueAt the end of the said term; null when none is said
 * @param termAt the end of the term that counts
 * @param state when it was read
 * @param decidedBy the call that says so; null when none does
 * @param decidedAt when it was kept or broken; null when it is neither
 * @param startedAt when its call began
 * @param agent whose call it is; null when that is not known
 * @param agentName likewise
 * @param team likewise
 * @param queue likewise
 * @param last4 last digits of the customer's number; null when they are not known
 * @param closing what somebody says; null when nobody does
 */
public record FollowedPromise(
        long number,
        CallId callId,
        long atMs,
        PromiseKind kind,
        @Nullable String saidDue,
        @Nullable Instant dueAt,
        Instant termAt,
        PromiseState state,
        @Nullable CallId decidedBy,
        @Nullable Instant decidedAt,
        Instant startedAt,
        @Nullable String agent,
        @Nullable String agentName,
        @Nullable String team,
        @Nullable String queue,
        @Nullable String last4,
        @Nullable Closing closing) {
    public FollowedPromise {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(termAt, "termAt");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(startedAt, "startedAt");
    }
}
