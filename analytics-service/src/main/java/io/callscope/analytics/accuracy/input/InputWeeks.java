package io.callscope.analytics.accuracy.input;

import java.time.Instant;

/**
 * Counts of the weeks that are compared, kept up with the calls. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface InputWeeks {
    /**
     * Counts one week whose calls have changed since it was counted, or that never was.
     *
     * @return false when there is none, or another process counts
     */
    boolean countOne(Instant now);
}
