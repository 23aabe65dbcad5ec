package io.callscope.analytics.users;

import java.time.Duration;

/**
 * How long somebody stays signed in.
 *
 * @param idle without a request, default 8 h: a shift
 * @param longest at all, default 24 h
 */
public record SignInLimits(Duration idle, Duration longest) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    public SignInLimits {
        idle = idle == null ? Duration.ofHours(8) : idle;
        longest = longest == null ? Duration.ofHours(24) : longest;
        if (idle.compareTo(SHORTEST) < 0 || longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "idle %s, longest %s: expected at least 1 minute, and idle no longer than longest"
                            .formatted(idle, longest));
        }
    }

    public static SignInLimits defaults() {
        return new SignInLimits(Duration.ofHours(8), Duration.ofHours(24));
    }
}
