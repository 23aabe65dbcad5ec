package io.callscope.analytics.overview;

import io.callscope.analytics.users.TeamScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls that could not be processed. Implementations are thread-safe. */
public interface FailedCalls {
    /**
     * Newest failures first.
     *
     * @throws io.callscope.kit.failure.RetryableException when the store is away for now
     */
    Page find(Filter filter, int limit, long offset, TeamScope scope);

    /**
     * Which failures are asked for.
     *
     * @param step that rejected the call; null for any
     * @param reason why; null for any
     */
    record Filter(@Nullable String step, @Nullable String reason) {
        public static Filter none() {
            return new Filter(null, null);
        }
    }

    /**
     * Some of them.
     *
     * @param total all that the filter holds for
     * @param by how many there are by step and reason, whatever the filter
     */
    record Page(List<FailedCall> calls, long total, List<Stuck.Failed> by) {
        public Page {
            calls = List.copyOf(calls);
            by = List.copyOf(by);
        }
    }
}
