package io.callscope.analytics.store;

import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallTranscribed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The calls and what was heard in them. Each write is one transaction, and harmless when it is done again or comes
 * late: an older event never overwrites a newer one. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface CallRepository {
    /** A recording lies in Kafka. */
    void recorded(CallRecorded event);

    /** A call has a transcript. */
    void transcribed(CallTranscribed event);

    /** A call has an analysis of this transcript. Transcript, analysis and state become visible together. */
    void analyzed(CallTranscribed transcribed, CallAnalyzed analyzed);

    /** A call was rejected for good. */
    void failed(CallFailure failure);

    /** The calls that a filter holds for: flagged ones most urgent first, then oldest; others newest first. */
    CallPage find(CallFilter filter);

    /** Everything about one call. */
    Optional<CallDetail> detail(CallId callId);

    /**
     * Counts for the overview.
     *
     * @param now the last hour ends here
     * @param dayStart today begins here
     */
    Overview overview(Instant now, Instant dayStart);

    /** Newest failures first. */
    List<FailedCall> failed(int limit, int offset);

    /** Calls whose newest attempt was rejected. */
    long failedCount();
}
