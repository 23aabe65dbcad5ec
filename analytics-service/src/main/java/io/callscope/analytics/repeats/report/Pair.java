package io.callscope.analytics.repeats.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two contacts to listen to: the one that made the other necessary, and that one.
 *
 * @param cause id of the cause
 * @param owner the department that can stop it; null when nobody is named
 * @param earlier id of the earlier contact's first call
 * @param earlierAtMs where something was promised in it; null when nothing was
 * @param laterAtMs where the customer says that he calls again; null when he does not
 */
public record Pair(
        String cause,
        @Nullable String owner,
        String earlier,
        Instant earlierStartedAt,
        @Nullable Long earlierAtMs,
        String later,
        Instant laterStartedAt,
        @Nullable Long laterAtMs) {}
