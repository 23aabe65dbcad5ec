package io.callscope.analytics.review.appeals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * Terms in working days of a site: Monday to Friday without its holidays. Immutable.
 *
 * @param zone the site's
 * @param holidays days off beside Saturday and Sunday
 */
public record WorkingDays(ZoneId zone, Set<LocalDate> holidays) {
    public WorkingDays {
        holidays = Set.copyOf(holidays);
    }

    /**
     * The end of the last day of a term: the day of {@code from} itself does not count.
     *
     * @param days at least 1
     */
    public Instant after(Instant from, int days) {
        return day(from.atZone(zone).toLocalDate(), days)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    /**
     * The last day of a term that begins the day after.
     *
     * @param days at least 1
     */
    public LocalDate day(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorking(day)) {
                left--;
            }
        }
        return day;
    }

    private boolean isWorking(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }
}
