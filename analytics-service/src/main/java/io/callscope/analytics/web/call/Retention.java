package io.callscope.analytics.web.call;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long recordings are kept, for a recording that turns out to be gone.
 *
 * @param days how long; null when that is not known here
 * @param endedAt when this recording's term passed; null when it has not, or is not known
 */
public record Retention(@Nullable Integer days, @Nullable Instant endedAt) {
    static Retention of(@Nullable Instant recordedAt, @Nullable Integer days, Instant now) {
        if (days == null || recordedAt == null) {
            return new Retention(days, null);
        }
        Instant end = recordedAt.plus(Duration.ofDays(days));
        return new Retention(days, end.isBefore(now) ? end : null);
    }
}
