package io.callscope.analytics.desk;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * Until when a flagged call should have been looked at: priority 1 within the hour, 2 until the end of the site's day,
 * 3 until the end of the site's week, which ends on Sunday.
 *
 * <p>Counted from the call's first analysis that raised the flag, not from the call: nobody can act on a call before it
 * is known, and a recording that comes a day late must not be overdue before anyone could see it. A later analysis that
 * raises the same flag again does not prolong the term. Immutable.
 *
 * @param zone the site's
 */
public record Term(ZoneId zone) {
    private static final Duration SAME_HOUR = Duration.ofHours(1);

    /**
     * When the term ends.
     *
     * @param priority 1 to 3
     * @param knownAt when the flagged call was analyzed
     */
    public Instant end(int priority, Instant knownAt) {
        LocalDate day = knownAt.atZone(zone).toLocalDate();
        return switch (priority) {
            case 1 -> knownAt.plus(SAME_HOUR);
            case 2 -> day.plusDays(1).atStartOfDay(zone).toInstant();
            case 3 ->
                day.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        .atStartOfDay(zone)
                        .toInstant();
            default -> throw new IllegalArgumentException("priority %d: expected 1 to 3".formatted(priority));
        };
    }
}
