package io.callscope.analytics.overview;

import io.callscope.analytics.store.CallState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What does not move, whenever it came in.
 *
 * @param failed calls whose newest attempt was rejected, by step and reason, most first
 * @param waiting calls that have waited longer than {@link #PATIENCE}, by what they wait in
 */
public record Stuck(List<Failed> failed, List<Waiting> waiting) {
    /** How long a call may wait for a step before it counts as stuck. */
    public static final Duration PATIENCE = Duration.ofMinutes(30);

    public Stuck {
        failed = List.copyOf(failed);
        waiting = List.copyOf(waiting);
    }

    /** Calls that one step rejected for one reason. */
    public record Failed(String step, String reason, long calls) {}

    /**
     * Calls that wait.
     *
     * @param state what they have come to
     * @param since since when the oldest waits
     */
    public record Waiting(CallState state, long calls, Instant since) {}

    public boolean isNothing() {
        return failed.isEmpty() && waiting.isEmpty();
    }
}
