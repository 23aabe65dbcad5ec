package io.callscope.analytics.promises.terms;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * The moment at which words are said, and what they mean then. Immutable.
 *
 * @param at on the site's clock
 */
record Said(ZonedDateTime at, SiteHours hours) {
    /** A date that lies further ahead was meant of the past: "the order of 15 September", said in October. */
    private static final int FURTHEST_DAYS = 200;

    private static final int MOST_DAYS = 365;

    LocalDate today() {
        return at.toLocalDate();
    }

    TermPart minutes(int count) {
        return TermPart.at(TermForm.HOURS, at.plusMinutes(count).toInstant());
    }

    @Nullable
    TermPart days(int count) {
        return count > MOST_DAYS ? null : TermPart.at(TermForm.DAYS, hours.end(today().plusDays(count)));
    }

    @Nullable
    TermPart workingDays(int count) {
        return count < 1 || count > MOST_DAYS
                ? null
                : TermPart.at(TermForm.WORKING_DAYS, hours.afterWorkingDays(today(), count));
    }

    @Nullable
    TermPart months(int count) {
        return count > 12 ? null : TermPart.at(TermForm.DAYS, hours.end(today().plusMonths(count)));
    }

    TermPart tomorrowOr(int daysAhead) {
        return TermPart.day(today().plusDays(daysAhead));
    }

    /** The next day of that name; today's name means the one in a week. */
    TermPart weekday(DayOfWeek day) {
        return TermPart.day(today().with(TemporalAdjusters.next(day)));
    }

    /** The day of that name in the next calendar week. */
    TermPart weekdayOfNextWeek(DayOfWeek day) {
        return TermPart.day(
                today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(TemporalAdjusters.nextOrSame(day)));
    }

    /** The end of this week, or of one after it. */
    TermPart weekEnd(int weeksAhead) {
        return TermPart.at(
                TermForm.PERIOD,
                hours.end(today().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                        .plusWeeks(weeksAhead)));
    }

    TermPart monthEnd() {
        return TermPart.at(TermForm.PERIOD, hours.end(today().with(TemporalAdjusters.lastDayOfMonth())));
    }

    /** The next day of that number. */
    @Nullable
    TermPart dayOfMonth(int day) {
        LocalDate month = today().withDayOfMonth(1);
        if (day < today().getDayOfMonth()) {
            month = month.plusMonths(1);
        }
        return day < 1 || day > month.lengthOfMonth() ? null : TermPart.day(month.withDayOfMonth(day));
    }

    /**
     * The next such date.
     *
     * @param year null when it was not said
     */
    @Nullable
    TermPart date(int day, int month, @Nullable Integer year) {
        if (month < 1 || month > 12 || day < 1) {
            return null;
        }
        LocalDate first = LocalDate.of(year == null ? today().getYear() : year, month, 1);
        if (day > first.lengthOfMonth()) {
            return null;
        }
        LocalDate date = first.withDayOfMonth(day);
        if (year == null && date.isBefore(today())) {
            date = date.plusYears(1);
        }
        long ahead = ChronoUnit.DAYS.between(today(), date);
        return ahead < 0 || ahead > FURTHEST_DAYS ? null : TermPart.day(date);
    }

    /** A time of a day, as it was said: without its half of the day the likely one. */
    @Nullable
    TermPart time(int hour, int minute, boolean halfKnown) {
        if (hour > 24 || minute > 59) {
            return null;
        }
        if (hour == 24) {
            return TermPart.time(LocalTime.of(23, 59));
        }
        return TermPart.time(halfKnown ? LocalTime.of(hour, minute) : hours.likely(hour, minute));
    }

    /** The end of the day, whichever is named beside it. */
    TermPart closing() {
        return TermPart.time(hours.closes());
    }

    /** What a day, a time or both come to. */
    Instant due(@Nullable LocalDate day, @Nullable LocalTime time) {
        if (day != null) {
            return time == null ? hours.end(day) : hours.at(day, time);
        }
        LocalTime of = time == null ? hours.closes() : time;
        Instant today = hours.at(today(), of);
        return today.isAfter(at.toInstant()) ? today : hours.at(today().plusDays(1), of);
    }
}
