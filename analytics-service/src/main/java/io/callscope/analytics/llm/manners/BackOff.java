package io.callscope.analytics.llm.manners;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next attempt: doubling from half a second, with full jitter so that many callers do not
 * come back at once, and never sooner than the endpoint asks. Thread-safe when its source of chance is.
 *
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential Backoff And
 *     Jitter</a>
 */
final class BackOff {
    private static final long FIRST_MS = 500;
    private static final long MOST_MS = 30_000;

    private final DoubleSupplier chance;

    /**
     * @param chance uniform from 0 to 1
     */
    BackOff(DoubleSupplier chance) {
        this.chance = chance;
    }

    /**
     * @param attempt how many were made, from 1
     * @param asked what the endpoint asks for; null when it asks for nothing. An hour would block the worker: it gets a
     *     half minute, and the question fails as "away" sooner
     */
    Duration after(int attempt, @Nullable Duration asked) {
        long most = Math.min(MOST_MS, FIRST_MS << Math.min(attempt - 1, 10));
        long wait = (long) (most * chance.getAsDouble());
        if (asked != null) {
            wait = Math.max(wait, Math.min(asked.toMillis(), MOST_MS));
        }
        return Duration.ofMillis(wait);
    }
}
