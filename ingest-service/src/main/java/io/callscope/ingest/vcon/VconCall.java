package io.callscope.ingest.vcon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.model.call.CallId;
import java.util.List;
import java.util.Objects;

/**
 * What is taken out of a vCon.
 *
 * @param callId the id it had in callscope, else its source's, else its uuid
 * @param metadata as every source may give them
 * @param content the recording or the transcript
 * @param leftOut what stood in it and is not taken, for the source to know
 */
record VconCall(CallId callId, ObjectNode metadata, Content content, List<String> leftOut) {
    VconCall {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(content, "content");
        leftOut = List.copyOf(leftOut);
    }

    /** The call itself. */
    sealed interface Content {}

    /**
     * A recording.
     *
     * @param base64url as it stands in the vCon
     * @param path where it stands there
     * @param channels how many parties its channels name; 0 when it does not say
     */
    record Recording(String base64url, String path, int channels) implements Content {}

    /** A transcript, in the form of {@code PUT /api/transcripts}. */
    record Transcript(ObjectNode source) implements Content {}
}
