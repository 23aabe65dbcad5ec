package io.callscope.analytics.store;

import io.callscope.analytics.store.StoredCalls.StoredCall;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Keeps a call's analysis while something is made out of it. Stateless; within the caller's transaction. */
public final class JdbiShownAnalysis {
    private static final String LOCK = "SELECT version_key FROM calls WHERE call_id = :call FOR UPDATE";

    private JdbiShownAnalysis() {}

    /**
     * Whether the call still shows this analysis. Until the transaction ends it does: an analysis that comes meanwhile
     * waits, and is taken up after it.
     */
    public static boolean held(Handle handle, StoredCall call) {
        Optional<String> shown = handle.createQuery(LOCK)
                .bind("call", call.transcribed().callId().value())
                .mapTo(String.class)
                .findOne();
        return shown.equals(Optional.of(call.analysis().versions().key()));
    }
}
