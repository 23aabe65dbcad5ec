package io.callscope.analytics.search;

import io.callscope.analytics.store.CallSummary;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.CallId;
import java.util.List;

/**
 * Finds calls. What a user may not see is not there for him, in counts neither. Implementations are thread-safe. Every
 * method throws {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface CallSearch {
    /** The calls that a filter holds for: those to check most urgent first, then oldest; others newest first. */
    CallPage find(CallFilter filter, Paging paging, TeamScope scope);

    /**
     * The same calls in the same order, by id.
     *
     * @param limit at most so many
     */
    List<CallId> ids(CallFilter filter, int limit, TeamScope scope);

    /** These calls, in this order; one that is not to be seen is left out. */
    List<CallSummary> calls(List<CallId> ids, TeamScope scope);

    /** What the calls can be asked by; may be a minute old. */
    Facets facets(TeamScope scope);
}
