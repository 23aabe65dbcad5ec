package io.callscope.analytics.store;

import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The calls and what was heard in them. What a user may not see is not there for him: every read says whose calls are
 * looked at. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface CallRepository extends CallIntake {
    /** The calls that a filter holds for: flagged ones most urgent first, then oldest; others newest first. */
    CallPage find(CallFilter filter, TeamScope scope);

    /** Everything about one call. */
    Optional<CallDetail> detail(CallId callId, TeamScope scope);

    /**
     * Counts for the overview.
     *
     * @param now the last hour ends here
     * @param dayStart today begins here
     */
    Overview overview(Instant now, Instant dayStart);

    /** Newest failures first. */
    List<FailedCall> failed(int limit, int offset, TeamScope scope);

    /** Calls whose newest attempt was rejected. */
    long failedCount(TeamScope scope);
}
