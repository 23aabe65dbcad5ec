package io.callscope.analytics.repeats;

import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a call is, beginning with an ordinary one: ten minutes about an order, inbound, nothing said or promised. */
record Caller(CallFacts facts) {
    static final Instant MONDAY = Instant.parse("2026-10-05T06:00:00Z");
    static final String KEY = "customer-1";

    static Caller calls(String id, double daysLater) {
        Instant at = MONDAY.plus(Duration.ofSeconds(Math.round(daysLater * 86_400)));
        return new Caller(new CallFacts(
                id,
                KEY,
                at,
                600_000,
                Direction.INBOUND,
                "Линия 1",
                "service",
                null,
                "delivery",
                false,
                Verdict.JUDGED,
                "order-status",
                Resolution.UNKNOWN,
                null,
                false,
                List.of()));
    }

    Caller about(String reason) {
        return with(facts.direction(), facts.forwarded(), facts.verdict(), reason);
    }

    Caller by(Direction direction) {
        return with(direction, facts.forwarded(), facts.verdict(), facts.reason());
    }

    Caller forwarded() {
        return with(facts.direction(), true, facts.verdict(), facts.reason());
    }

    Caller judged(Verdict verdict) {
        return with(facts.direction(), facts.forwarded(), verdict, facts.reason());
    }

    private Caller with(@Nullable Direction direction, boolean forwarded, Verdict verdict, String reason) {
        return new Caller(new CallFacts(
                facts.callId(),
                facts.customer(),
                facts.startedAt(),
                facts.durationMs(),
                direction,
                facts.queue(),
                facts.team(),
                facts.product(),
                facts.stage(),
                forwarded,
                verdict,
                reason,
                facts.resolution(),
                facts.saidCause(),
                facts.promised(),
                facts.barrierOwners()));
    }

    Caller saying(String cause) {
        return heard(facts.resolution(), cause, facts.promised(), facts.barrierOwners());
    }

    Caller ended(Resolution resolution) {
        return heard(resolution, facts.saidCause(), facts.promised(), facts.barrierOwners());
    }

    Caller promised() {
        return heard(facts.resolution(), facts.saidCause(), true, facts.barrierOwners());
    }

    Caller blaming(String... owners) {
        return heard(facts.resolution(), facts.saidCause(), facts.promised(), List.of(owners));
    }

    private Caller heard(Resolution resolution, @Nullable String cause, boolean promised, List<String> owners) {
        return new Caller(new CallFacts(
                facts.callId(),
                facts.customer(),
                facts.startedAt(),
                facts.durationMs(),
                facts.direction(),
                facts.queue(),
                facts.team(),
                facts.product(),
                facts.stage(),
                facts.forwarded(),
                facts.verdict(),
                facts.reason(),
                resolution,
                cause,
                promised,
                owners));
    }
}
