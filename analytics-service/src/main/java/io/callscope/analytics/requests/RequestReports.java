package io.callscope.analytics.requests;

import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.users.TeamScope;
import org.jspecify.annotations.Nullable;

/** Where reports on requests come from. Implementations are thread-safe. */
public interface RequestReports {
    /**
     * Counts the calls of some weeks that somebody may see.
     *
     * @param queue the only one that is counted; null for all
     */
    RequestReport read(Weeks weeks, @Nullable String queue, TeamScope scope);
}
