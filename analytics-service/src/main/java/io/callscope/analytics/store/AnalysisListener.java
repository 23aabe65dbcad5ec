package io.callscope.analytics.store;

import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.transcript.CallTranscribed;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Something that must be true together with a stored analysis. Called within the transaction that stores it, when the
 * analysis is the call's current one; also when the same analysis comes again, so it must be harmless to repeat. What it
 * throws undoes the whole. Implementations are thread-safe.
 */
public interface AnalysisListener {
    /**
     * @param entry the call's row as it stands now
     */
    void analyzed(Handle handle, CallEntry entry, CallTranscribed transcribed, CallAnalyzed analyzed);

    /** Several, in this order. */
    static AnalysisListener all(AnalysisListener... listeners) {
        List<AnalysisListener> all = List.of(listeners);
        return (handle, entry, transcribed, analyzed) ->
                all.forEach(listener -> listener.analyzed(handle, entry, transcribed, analyzed));
    }

    /** Nothing else hangs on analyses. */
    static AnalysisListener none() {
        return (handle, entry, transcribed, analyzed) -> {};
    }
}
