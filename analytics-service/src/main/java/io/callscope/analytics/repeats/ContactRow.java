package io.callscope.analytics.repeats;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code contacts}, for telling what has changed.
 *
 * @param legs ids of the contact's further calls, sorted
 */
record ContactRow(
        String callId,
        @Nullable String customer,
        Instant startedAt,
        long handleMs,
        @Nullable String queue,
        @Nullable String team,
        @Nullable String product,
        @Nullable String stage,
        String reason,
        boolean judged,
        boolean hasIssue,
        String standing,
        boolean said,
        @Nullable String trigger,
        @Nullable String linkedBy,
        String chain,
        int position,
        @Nullable String cause,
        @Nullable String causeOwner,
        @Nullable String causeBasis,
        @Nullable String repeatedBy,
        @Nullable Instant repeatedAt,
        @Nullable String calledBackBy,
        List<String> legs) {

    static ContactRow of(LinkedContact linked) {
        Contact contact = linked.contact();
        CallFacts first = contact.first();
        RepeatCause cause = linked.cause();
        LinkedBy by = linked.linkedBy();
        return new ContactRow(
                contact.id(),
                contact.customer(),
                contact.startedAt(),
                contact.handleMs(),
                first.queue(),
                first.team(),
                contact.product(),
                contact.stage(),
                contact.reason(),
                contact.isJudged(),
                contact.hasIssue(),
                linked.standing().id(),
                contact.isSaidToRepeat(),
                linked.trigger(),
                by == null ? null : by.id(),
                linked.chain(),
                linked.position(),
                cause == null ? null : cause.id(),
                cause == null ? null : cause.owner(),
                cause == null ? null : cause.basis().id(),
                linked.repeatedBy(),
                linked.repeatedAt(),
                linked.calledBackBy(),
                contact.calls().stream().skip(1).map(CallFacts::callId).sorted().toList());
    }
}
