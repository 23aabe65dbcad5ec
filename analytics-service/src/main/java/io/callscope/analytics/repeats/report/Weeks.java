package io.callscope.analytics.repeats.report;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Some whole weeks, each from Monday to Sunday in the site's zone. Immutable.
 *
 * @param first the first Monday
 * @param count how many, from 1
 */
public record Weeks(LocalDate first, int count, ZoneId zone) {
    private static final int DAYS = 7;

    public Weeks {
        Objects.requireNonNull(zone, "zone");
        if (first.getDayOfWeek() != DayOfWeek.MONDAY || count < 1) {
            throw new IllegalArgumentException(
                    "%d weeks from %s: expected one or more from a Monday".formatted(count, first));
        }
    }

    /** The week that a day is in. */
    public static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** So many weeks, the last of which is the week of a day. */
    public static Weeks until(LocalDate day, int count, ZoneId zone) {
        return new Weeks(mondayOf(day).minusWeeks(count - 1L), count, zone);
    }

    /** So many weeks, the last of which is the newest that is closed: no contact of it can still be repeated. */
    public static Weeks closed(Instant now, Duration window, int count, ZoneId zone) {
        LocalDate open = mondayOf(now.minus(window).atZone(zone).toLocalDate());
        return until(open.minusWeeks(1), count, zone);
    }

    /** The same number of weeks just before. */
    public Weeks before() {
        return new Weeks(first.minusWeeks(count), count, zone);
    }

    /** The last Sunday. */
    public LocalDate last() {
        return first.plusWeeks(count).minusDays(1);
    }

    public Instant from() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** The moment after the last. */
    public Instant to() {
        return first.plusWeeks(count).atStartOfDay(zone).toInstant();
    }

    /** Whether every contact of them is older than the window. */
    public boolean areClosed(Instant now, Duration window) {
        return !to().plus(window).isAfter(now);
    }

    /** The last day on which a contact of them can be repeated. */
    public LocalDate closeOn(Duration window) {
        return to().plus(window).atZone(zone).toLocalDate().minusDays(1);
    }

    /** Every Monday. */
    public List<LocalDate> mondays() {
        List<LocalDate> mondays = new ArrayList<>();
        for (int week = 0; week < count; week++) {
            mondays.add(first.plusDays((long) week * DAYS));
        }
        return mondays;
    }
}
