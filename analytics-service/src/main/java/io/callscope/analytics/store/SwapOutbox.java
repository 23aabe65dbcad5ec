package io.callscope.analytics.store;

import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;

/**
 * Analyses that were stored by a swap and have to be published still. Implementations are thread-safe. Every method
 * throws {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface SwapOutbox {
    /**
     * One of them.
     *
     * @param correction number of the correction that it came with
     * @param analyzed the call's current analysis
     */
    record Pending(CallId callId, int correction, CallAnalyzed analyzed) {}

    /** The oldest of them, a hundred at most. */
    List<Pending> pending();

    /** Notes that one was acknowledged by the broker. */
    void published(Pending pending, Instant at);
}
