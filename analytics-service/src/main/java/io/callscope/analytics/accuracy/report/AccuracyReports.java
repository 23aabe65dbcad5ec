package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.users.TeamScope;
import java.time.Instant;

/**
 * How far the machine may be trusted. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface AccuracyReports {
    /** From the reviews of calls that the scope sees. */
    AccuracyReport read(TeamScope scope, Instant now);
}
