package io.callscope.analytics.store;

import io.callscope.analytics.users.TeamScope;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Every analysis of a call, also those that newer ones have taken the place of. Implementations are thread-safe. Every
 * method throws {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface EarlierAnalyses {
    /**
     * The newest first, at most fifty; none when there is no such call, or the user may not see it.
     */
    List<Version> of(CallId callId, TeamScope scope);

    /**
     * An analysis of a call.
     *
     * @param analyzedAt when it was made first
     * @param current whether it is the one that is shown
     */
    record Version(CallAnalysis analysis, Instant analyzedAt, boolean current) {
        public Version {
            Objects.requireNonNull(analysis, "analysis");
            Objects.requireNonNull(analyzedAt, "analyzedAt");
        }
    }
}
