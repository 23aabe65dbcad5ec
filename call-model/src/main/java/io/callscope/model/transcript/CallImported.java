package io.callscope.model.transcript;

import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import java.time.Instant;
import java.util.Objects;

/**
 * A transcript came in ready. Event on {@code calls.imported.v1}; transcribe-service runs its text steps on it and
 * publishes it as {@link CallTranscribed}.
 *
 * @param callId the call
 * @param metadata what the source said about it
 * @param transcript as it came
 * @param importedAt when it was accepted
 */
public record CallImported(CallId callId, CallMetadata metadata, Transcript transcript, Instant importedAt) {
    public CallImported {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(transcript, "transcript");
        Objects.requireNonNull(importedAt, "importedAt");
    }
}
