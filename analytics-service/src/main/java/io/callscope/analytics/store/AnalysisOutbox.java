package io.callscope.analytics.store;

import io.callscope.model.analysis.CallAnalyzed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Analyses that were stored by something other than an event of the call, and have to be published still. Implementations
 * are thread-safe. Every method throws {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface AnalysisOutbox {
    /**
     * One of them.
     *
     * @param number of what stored it: a correction of the call, a reanalysis
     * @param analyzed the call's current analysis, which may be a newer one than that
     */
    record Pending(long number, CallAnalyzed analyzed) {
        public Pending {
            Objects.requireNonNull(analyzed, "analyzed");
        }
    }

    /** The oldest of them, a hundred at most. */
    List<Pending> pending();

    /** Notes that one was acknowledged by the broker. */
    void published(Pending pending, Instant at);
}
