package io.callscope.analytics.llm.parked;

import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.model.call.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Port: parked calls that are to be taken up again, each by one worker at a time, whichever instance he belongs to.
 * Implementations are thread-safe; every method throws {@link io.callscope.kit.failure.RetryableException} when the store
 * is away for now.
 */
public interface ParkedQueue {
    /**
     * A call that somebody has taken up.
     *
     * @param token by which he is known
     * @param failure why the call was parked
     */
    record Claim(CallId callId, UUID token, LlmFailure failure) {
        public Claim {
            Objects.requireNonNull(callId, "callId");
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(failure, "failure");
        }
    }

    /**
     * Takes up the next: those that were asked for first, then those whose day's budget was used up before today.
     *
     * @param today when the day began
     * @param lease how long nobody else takes it up; see {@link #renew}
     */
    Optional<Claim> claim(Instant today, Duration lease);

    /** Says that it is still being worked on. */
    void renew(Claim claim, Duration lease);

    /** Lets go of it; it stays parked as it was. */
    void giveBack(Claim claim);

    /** How many calls are parked, by reason. */
    Map<LlmFailure, Long> counts();
}
