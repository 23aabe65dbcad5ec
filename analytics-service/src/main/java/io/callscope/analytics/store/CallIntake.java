package io.callscope.analytics.store;

import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallTranscribed;

/**
 * Where the pipeline's results go. Each write is one transaction, and harmless when it is done again or comes late: an
 * older event never overwrites a newer one. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface CallIntake {
    /** A recording lies in Kafka. */
    void recorded(CallRecorded event);

    /** A call has a transcript. */
    void transcribed(CallTranscribed event);

    /** A call has an analysis of this transcript. Transcript, analysis and state become visible together. */
    void analyzed(CallTranscribed transcribed, CallAnalyzed analyzed);

    /** A call was rejected for good. */
    void failed(CallFailure failure);
}
