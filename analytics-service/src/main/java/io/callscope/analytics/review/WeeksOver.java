package io.callscope.analytics.review;

import io.callscope.analytics.repeats.report.Weeks;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Weeks of a site of which all calls are there. Immutable beside its clock. */
public record WeeksOver(ZoneId zone, Clock clock) {
    /** The Monday of the last one. */
    public LocalDate last() {
        return Weeks.mondayOf(LocalDate.ofInstant(clock.instant(), zone)).minusWeeks(1);
    }

    /**
     * A call that is not there yet cannot be drawn, and nobody would know with what probability it would have been.
     *
     * @throws IllegalArgumentException for a week that goes on or is to come
     */
    public void require(LocalDate week) {
        if (week.isAfter(last())) {
            throw new IllegalArgumentException(
                    "week %s: expected one that is over, the last is %s".formatted(week, last()));
        }
    }
}
