package io.callscope.analytics.web.page;

import io.callscope.analytics.repeats.report.Weeks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** The weeks that the parameters {@code week} and {@code weeks} of a report's address ask for. Stateless. */
public final class AskedWeeks {
    private AskedWeeks() {}

    /**
     * So many weeks, the last of which holds the day {@code week}; without that the newest that is closed.
     *
     * @param given parameters that were checked
     * @param usual how many weeks without {@code weeks}
     * @param window after which a week is closed
     */
    public static Weeks of(Map<String, String> given, String usual, Duration window, Instant now, ZoneId site) {
        int count = Integer.parseInt(given.getOrDefault("weeks", usual));
        String week = given.get("week");
        return week == null ? Weeks.closed(now, window, count, site) : Weeks.until(LocalDate.parse(week), count, site);
    }
}
