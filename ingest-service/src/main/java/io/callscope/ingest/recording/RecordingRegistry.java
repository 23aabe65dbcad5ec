package io.callscope.ingest.recording;

import io.callscope.model.call.CallId;
import io.callscope.model.recording.AudioManifest;
import org.jspecify.annotations.Nullable;

/** Knows which calls were taken in and with what content. Implementations are thread-safe. */
public interface RecordingRegistry {
    /** What was taken in. */
    enum Kind {
        AUDIO,
        TRANSCRIPT
    }

    /**
     * A call as it is registered.
     *
     * @param isPublished whether its event was acknowledged; if not, an earlier attempt did not finish
     * @param kind recording or transcript
     * @param sha256 hash of its content
     * @param manifest of a published recording; null for a transcript
     */
    record Entry(
            boolean isPublished,
            Kind kind,
            String sha256,
            @Nullable AudioManifest manifest) {
        /** Whether it is the same call with the same content. */
        public boolean isSame(Kind otherKind, String otherSha256) {
            return kind == otherKind && sha256.equals(otherSha256);
        }
    }

    /**
     * Registers the call unless it is there already, and returns what is registered now.
     *
     * @throws io.callscope.kit.failure.RetryableException when the database does not answer
     */
    Entry claim(CallId callId, Kind kind, String sha256, long bytes, String uploadId);

    /**
     * The call's event was acknowledged.
     *
     * @throws io.callscope.kit.failure.RetryableException when the database does not answer
     */
    void published(CallId callId, String uploadId, @Nullable AudioManifest manifest);
}
