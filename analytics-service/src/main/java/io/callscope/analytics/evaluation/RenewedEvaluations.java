package io.callscope.analytics.evaluation;

import io.callscope.analytics.store.StoredCalls.StoredCall;
import java.time.Instant;

/**
 * Evaluations of stored calls by scorecards that have changed. Implementations are thread-safe. Every method throws {@link
 * io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
interface RenewedEvaluations {
    /** The scorecards by which all stored calls have been evaluated; empty when none. */
    String finished();

    /** Notes that all have been. */
    void finish(String scorecards, Instant at);

    /**
     * Evaluates a call by the scorecards in force; what others said of it stays.
     *
     * @return false when it has another analysis by now, whose own evaluation is newer
     */
    boolean renew(StoredCall call, Instant at);
}
