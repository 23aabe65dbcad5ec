package io.callscope.analytics.importance;

import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.users.TeamScope;
import java.time.Instant;

/** Where reports on what matters come from. Implementations are thread-safe. */
public interface ImportanceReports {
    /** Studies the answers about calls of some weeks that somebody may see. */
    ImportanceReport read(Weeks weeks, ImportanceQuestion question, TeamScope scope, Instant now);
}
