package io.callscope.analytics.store;

import io.callscope.model.analysis.CallAnalyzed;
import java.time.Instant;
import java.util.List;

/**
 * Analyses of reanalyses that are stored and not published yet. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface RenewalOutbox {
    /** The oldest that wait, at most a hundred. */
    List<Pending> pending();

    /** Notes that it was published. */
    void published(Pending pending, Instant at);

    /**
     * An analysis that waits.
     *
     * @param analyzed the call's current analysis, which may be a newer one than the reanalysis'
     */
    record Pending(long reanalysis, CallAnalyzed analyzed) {}
}
