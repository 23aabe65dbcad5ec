package io.callscope.model.analysis;

import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import java.time.Instant;
import java.util.Objects;

/**
 * A call was analyzed and the result is stored. Event on {@code calls.analyzed.v1}, for BI, CRM and other consumers.
 *
 * @param callId the call
 * @param metadata what the source said about it
 * @param analysis the result
 * @param analyzedAt when
 */
public record CallAnalyzed(CallId callId, CallMetadata metadata, CallAnalysis analysis, Instant analyzedAt) {
    public CallAnalyzed {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(analysis, "analysis");
        Objects.requireNonNull(analyzedAt, "analyzedAt");
    }
}
