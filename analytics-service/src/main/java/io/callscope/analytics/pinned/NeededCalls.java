package io.callscope.analytics.pinned;

import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;

/** Calls whose recordings people still need. Implementations are thread-safe. */
@FunctionalInterface
public interface NeededCalls {
    /**
     * Those of now, the oldest recording first, for it is the first that retention takes.
     *
     * @throws io.callscope.kit.failure.RetryableException when the store is away for now
     */
    List<CallId> at(Instant now);
}
