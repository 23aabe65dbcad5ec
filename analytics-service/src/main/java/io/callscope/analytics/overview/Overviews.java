package io.callscope.analytics.overview;

import io.callscope.analytics.users.TeamScope;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** Counts calls. Implementations are thread-safe. */
public interface Overviews {
    /**
     * Where the calls of the scope stand.
     *
     * @throws io.callscope.kit.failure.RetryableException when the store is away for now
     */
    Overview read(Moments at, TeamScope scope);

    /**
     * For when it is asked.
     *
     * @param dayStart today begins here
     * @param weekStart this week begins here, on a Monday
     */
    record Moments(Instant now, Instant dayStart, Instant weekStart) {
        /** Days and weeks as they begin in a zone. */
        public static Moments at(Instant now, ZoneId zone) {
            ZonedDateTime today = now.atZone(zone).toLocalDate().atStartOfDay(zone);
            ZonedDateTime monday = today.toLocalDate()
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .atStartOfDay(zone);
            return new Moments(now, today.toInstant(), monday.toInstant());
        }
    }
}
