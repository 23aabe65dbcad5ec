package io.callscope.analytics.evaluation;

import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.CallId;
import java.util.List;

/**
 * Stored evaluations. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface Evaluations {
    /** The current ones of a call by the names of their scorecards; none of a call that the scope does not see. */
    List<Evaluation> of(CallId callId, TeamScope scope);

    /** For processes that store none. */
    static Evaluations none() {
        return (callId, scope) -> List.of();
    }
}
