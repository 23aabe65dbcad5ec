package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.users.TeamScope;

/**
 * What people say of the machine's labels whose shares reports show: the six forces, and whether a contact repeats an
 * earlier one. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface ReviewedItems {
    /** Reviews of calls that the scope sees. */
    Reviewed read(TeamScope scope);
}
