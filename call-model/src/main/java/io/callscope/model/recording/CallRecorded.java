package io.callscope.model.recording;

import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import java.time.Instant;
import java.util.Objects;

/**
 * A recording lies complete in Kafka. Event on {@code calls.recorded.v1}, written after the last chunk.
 *
 * @param callId the call
 * @param metadata what the source said about it
 * @param audio where the recording lies
 * @param recordedAt when the recording was accepted
 */
public record CallRecorded(CallId callId, CallMetadata metadata, AudioManifest audio, Instant recordedAt) {
    public CallRecorded {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(audio, "audio");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }
}
