package io.callscope.analytics.overview;

import io.callscope.analytics.store.CallEntry;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call whose newest attempt was rejected.
 *
 * @param metadata what the source said about it; null when nothing of it could be read
 * @param failure where, why and when
 * @param hasAudio whether a recording is known
 */
public record FailedCall(CallId callId, @Nullable CallMetadata metadata, CallEntry.Failure failure, boolean hasAudio) {
    public FailedCall {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(failure, "failure");
    }
}
