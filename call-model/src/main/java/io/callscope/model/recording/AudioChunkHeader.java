package io.callscope.model.recording;

import io.callscope.model.call.CallId;
import java.util.Objects;

/**
 * What stands beside the bytes of one chunk of a recording in {@code calls.audio.v1}; the record's value is the bytes.
 *
 * @param callId the call
 * @param uploadId one upload of the recording; chunks of two uploads never mix
 * @param index place of the chunk, from 0
 * @param count how many chunks the upload has
 */
public record AudioChunkHeader(CallId callId, String uploadId, int index, int count) {
    /** Largest number of bytes in a chunk: half of a broker's default message limit. */
    public static final int MAX_CHUNK_BYTES = 512 * 1024;

    public AudioChunkHeader {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(uploadId, "uploadId");
        if (count < 1 || index < 0 || index >= count) {
            throw new IllegalArgumentException("chunk %d of %d: expected 0 <= index < count".formatted(index, count));
        }
    }

    /** The record's key, {@code callId/uploadId/index}. */
    public String key() {
        return callId + "/" + uploadId + "/" + index;
    }
}
