package io.callscope.analytics.store;

import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.recording.AudioManifest;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call was rejected for good by one stage.
 *
 * @param callId the call
 * @param stage the step that rejected it, such as {@code transcribe}
 * @param reason id of a {@link io.callscope.kit.failure.RejectReason}
 * @param detail ids, values and what was expected; never words of the call
 * @param failedAt when
 * @param metadata what the source said about the call; null when the rejected event could not be read
 * @param audio where the recording lies; null when there is none, or the rejected event could not be read
 */
public record CallFailure(
        CallId callId,
        String stage,
        String reason,
        String detail,
        Instant failedAt,
        @Nullable CallMetadata metadata,
        @Nullable AudioManifest audio) {
    public CallFailure {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(failedAt, "failedAt");
    }
}
