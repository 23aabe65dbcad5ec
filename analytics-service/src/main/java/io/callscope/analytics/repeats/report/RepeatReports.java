package io.callscope.analytics.repeats.report;

import io.callscope.analytics.users.TeamScope;
import java.time.Duration;
import java.time.Instant;

/** Where reports on repeat contacts come from. Implementations are thread-safe. */
public interface RepeatReports {
    /** How long after a contact another one still repeats it: after it a week is closed. */
    Duration window();

    /**
     * Counts the contacts of some weeks that somebody may see.
     *
     * @param now what is younger than the window cannot have been repeated yet
     */
    RepeatReport read(Weeks weeks, RepeatFilter filter, TeamScope scope, Instant now);
}
