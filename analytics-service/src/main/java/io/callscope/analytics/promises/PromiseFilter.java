package io.callscope.analytics.promises;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which promises are listed.
 *
 * @param state null for those whose customers are still to be called
 * @param kind null for any
 * @param team null for any
 * @param queue null for any
 * @param before whose term ends before that; null for any
 * @param from leaves out so many, from 0
 * @param most gives so many at most, from 1
 */
public record PromiseFilter(
        @Nullable PromiseState state,
        @Nullable PromiseKind kind,
        @Nullable String team,
        @Nullable String queue,
        @Nullable Instant before,
        int from,
        int most) {
    public PromiseFilter {
        if (from < 0 || most < 1) {
            throw new IllegalArgumentException("from %d, most %d: expected 0 or more, 1 or more".formatted(from, most));
        }
    }

    /** Every promise whose term ends before that. */
    public static PromiseFilter toCall(Instant before, int most) {
        return new PromiseFilter(null, null, null, null, Objects.requireNonNull(before, "before"), 0, most);
    }
}
