package io.callscope.analytics.repeats;

import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.Direction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An analyzed call as far as links depend on it. Immutable.
 *
 * @param customer the customer's key; null for an anonymous caller
 * @param durationMs length, 0 when it is not known
 * @param direction who dialled; null when the source did not say, which counts as inbound
 * @param stage id of the journey stage; null when neither the source nor the contact reason names one
 * @param forwarded whether the source says that it was forwarded, here or onwards
 * @param saidCause cause that was said; null when the customer does not say that he calls again
 * @param promised whether the agent promised something
 * @param barrierOwners departments that own its barriers, the gravest barrier's first
 */
public record CallFacts(
        String callId,
        @Nullable String customer,
        Instant startedAt,
        long durationMs,
        @Nullable Direction direction,
        @Nullable String queue,
        @Nullable String team,
        @Nullable String product,
        @Nullable String stage,
        boolean forwarded,
        Verdict verdict,
        String reason,
        Resolution resolution,
        @Nullable String saidCause,
        boolean promised,
        List<String> barrierOwners) {
    /** By time; calls of the same moment by id, so that there is one order only. */
    static final Comparator<CallFacts> IN_TIME =
            Comparator.comparing(CallFacts::startedAt).thenComparing(CallFacts::callId);

    public CallFacts {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(resolution, "resolution");
        barrierOwners = List.copyOf(barrierOwners);
        if (durationMs < 0) {
            throw new IllegalArgumentException(
                    "call %s: durationMs %d, expected 0 or more".formatted(callId, durationMs));
        }
    }

    /** A person called the center. Robots, voicemail and talk among employees count nowhere. */
    boolean isContact() {
        return verdict != Verdict.NO_LIVE_CUSTOMER && (direction == null || direction == Direction.INBOUND);
    }

    /** The center reached the customer. */
    boolean isCallBack() {
        return verdict != Verdict.NO_LIVE_CUSTOMER && direction == Direction.OUTBOUND;
    }

    Instant endedAt() {
        return startedAt.plusMillis(durationMs);
    }
}
