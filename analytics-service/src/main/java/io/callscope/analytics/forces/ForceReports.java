package io.callscope.analytics.forces;

import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.users.TeamScope;
import java.time.Instant;

/** Where reports on the forces come from. Implementations are thread-safe. */
public interface ForceReports {
    /** Counts the calls of some weeks that somebody may see. */
    ForceReport read(Weeks weeks, ForceFilter filter, TeamScope scope, Instant now);
}
