package io.callscope.analytics.pipeline;

import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallDetail.StoredTranscript;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.transcript.CallTranscribed;
import java.util.Optional;

/** A stored call as an event. Stateless. */
final class ShownCall {
    private ShownCall() {}

    /** The transcript that the call shows, as the event that brought it; empty when there is none. */
    static Optional<CallTranscribed> of(CallDetail detail) {
        StoredTranscript stored = detail.transcript();
        CallMetadata metadata = detail.entry().metadata();
        if (stored == null || metadata == null) {
            return Optional.empty();
        }
        return Optional.of(new CallTranscribed(
                detail.entry().callId(),
                metadata,
                detail.entry().audio(),
                stored.transcript(),
                stored.hash(),
                detail.waveform(),
                stored.levels(),
                stored.playback(),
                stored.transcribedAt(),
                stored.processingMs()));
    }
}
