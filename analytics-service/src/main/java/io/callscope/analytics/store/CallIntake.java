package io.callscope.analytics.store;

import io.callscope.analytics.parties.PartyCorrection;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallTranscribed;
import java.util.Optional;

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

    /**
     * The newest correction by hand of who speaks in a call, which an incoming transcript has to be held against;
     * empty when there is none.
     */
    Optional<PartyCorrection> correction(CallId callId);

    /**
     * The same, unless somebody corrected who speaks since this correction was read.
     *
     * @param correction number of the correction that the transcript was held against; 0 when there was none
     * @return whether it was stored; false when it has to be held against a newer correction first
     */
    boolean analyzed(CallTranscribed transcribed, CallAnalyzed analyzed, int correction);

    /** A call was rejected for good. */
    void failed(CallFailure failure);
}
