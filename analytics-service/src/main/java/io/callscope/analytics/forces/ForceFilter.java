package io.callscope.analytics.forces;

import org.jspecify.annotations.Nullable;

/** Which calls are counted; null means all of them. */
public record ForceFilter(@Nullable String queue, @Nullable String team) {
    public static ForceFilter all() {
        return new ForceFilter(null, null);
    }
}
