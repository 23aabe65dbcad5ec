package io.callscope.model.transcript;

import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.recording.AudioManifest;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call has a transcript. Event on {@code calls.transcribed.v1}; transcribe-service is its only writer.
 *
 * @param callId the call
 * @param metadata what the source said about it
 * @param audio where the recording lies; null when the transcript was imported
 * @param transcript what was said
 * @param transcriptHash {@link Transcript#hash()}
 * @param waveform how loud the recording is, no part of the hash; null when the transcript was imported, and in events
 *     of releases that did not measure it
 * @param transcribedAt when it was ready
 * @param processingMs how long it took, milliseconds; no part of the hash
 */
public record CallTranscribed(
        CallId callId,
        CallMetadata metadata,
        @Nullable AudioManifest audio,
        Transcript transcript,
        String transcriptHash,
        @Nullable Waveform waveform,
        Instant transcribedAt,
        long processingMs) {
    public CallTranscribed {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(transcript, "transcript");
        Objects.requireNonNull(transcriptHash, "transcriptHash");
        Objects.requireNonNull(transcribedAt, "transcribedAt");
    }
}
