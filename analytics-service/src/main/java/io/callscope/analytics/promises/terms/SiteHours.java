package io.callscope.analytics.promises.terms;

import io.callscope.analytics.review.appeals.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * When a site is there for its customers: a promised day ends when it closes. Immutable.
 *
 * @param days working days, and the site's zone
 * @param opens hours before this one are meant of the afternoon: "at three"
 */
public record SiteHours(WorkingDays days, LocalTime opens, LocalTime closes) {
    public SiteHours {
        Objects.requireNonNull(days, "days");
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException(
                    "opens %s, closes %s: expected the first earlier".formatted(opens, closes));
        }
    }

    public ZoneId zone() {
        return days.zone();
    }

    /** What the clock on the wall shows. */
    public ZonedDateTime local(Instant at) {
        return at.atZone(zone());
    }

    /** The end of a day. */
    public Instant end(LocalDate day) {
        return at(day, closes);
    }

    public Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone()).toInstant();
    }

    /** The end of the last of so many working days after that day. */
    public Instant afterWorkingDays(LocalDate day, int count) {
        return end(days.day(day, count));
    }

    /** A time without its half of the day: three o'clock is in the afternoon, ten in the morning. */
    LocalTime likely(int hour, int minute) {
        boolean afternoon = hour < opens.getHour() && hour > 0 && hour + 12 <= 23;
        return LocalTime.of(afternoon ? hour + 12 : hour, minute);
    }
}
