package io.callscope.analytics.users;

import java.time.Duration;

/**
 * How long somebody stays signed in.
 *
 * @param idle without a request, default 8 h: a shift
 * @param longest at all, default 24 h, at most 30 days
 */
public record SignInLimits(Duration idle, Duration longest) {
    /** Nobody stays signed in for longer, whatever is configured. */
    static final Duration MOST = Duration.ofDays(30);

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    public SignInLimits {
        idle = idle == null ? Duration.ofHours(8) : idle;
        longest = longest == null ? Duration.ofHours(24) : longest;
        if (idle.compareTo(SHORTEST) < 0 || longest.compareTo(idle) < 0 || longest.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "idle %s, longest %s: expected 1 minute to 30 days, and idle no longer than longest"
                            .formatted(idle, longest));
        }
    }

    public static SignInLimits defaults() {
        return new SignInLimits(Duration.ofHours(8), Duration.ofHours(24));
    }
}
