package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.users.TeamScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps what was read for a minute: reviews come by the hour, and every report asks for them. Thread-safe.
 */
public final class KeptReviewedItems implements ReviewedItems {
    /** How old an answer may be. */
    static final Duration AGE = Duration.ofMinutes(1);

    /** More scopes than this are not kept. */
    private static final int SCOPES = 100;

    private final ReviewedItems items;
    private final Clock clock;
    private final Map<TeamScope, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Instant until, Reviewed reviewed) {}

    public KeptReviewedItems(ReviewedItems items, Clock clock) {
        this.items = Objects.requireNonNull(items, "items");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public Reviewed read(TeamScope scope) {
        Instant now = clock.instant();
        Kept known = kept.get(scope);
        if (known != null && now.isBefore(known.until())) {
            return known.reviewed();
        }
        Reviewed reviewed = items.read(scope);
        if (kept.size() >= SCOPES) {
            kept.clear();
        }
        kept.put(scope, new Kept(now.plus(AGE), reviewed));
        return reviewed;
    }
}
