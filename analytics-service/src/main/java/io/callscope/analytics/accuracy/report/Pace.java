package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.CheckedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast reviews come in.
 *
 * @param recent reviews within the last weeks
 * @param perWeek how many that is each week since the first of them, at least one week; 0 without any
 */
record Pace(int recent, double perWeek) {
    private static final double WEEK_DAYS = 7;
    private static final long LONGEST_WEEKS = 104;

    static Pace of(List<CheckedCall> comparable, int weeks, Instant now) {
        Instant from = now.minus(Duration.ofDays(7L * weeks));
        List<CheckedCall> recent = comparable.stream()
                .filter(call -> !call.checkedAt().isBefore(from))
                .toList();
        if (recent.isEmpty()) {
            return new Pace(0, 0);
        }
        double days = Duration.between(recent.get(0).checkedAt(), now).toHours() / 24.0;
        return new Pace(recent.size(), recent.size() / Math.max(1, days / WEEK_DAYS));
    }

    /** Weeks that so many more reviews take; null without a pace, or when it would take too long to promise. */
    @Nullable
    Long weeks(double reviews) {
        if (perWeek == 0) {
            return null;
        }
        long weeks = (long) Math.ceil(reviews / perWeek);
        return weeks > LONGEST_WEEKS ? null : Math.max(1, weeks);
    }
}
