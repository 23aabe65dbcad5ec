package io.callscope.model.transcript;

import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.recording.AudioManifest;
import java.time.Instant;
import java.util.List;
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
 * @param levels how loud each channel is, no part of the hash; empty when the transcript was imported
 * @param playback the copy to be played instead of the recording: with personal data muted, or in a form that browsers
 *     play; null when the recording itself may be played
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
        List<ChannelLevel> levels,
        @Nullable AudioManifest playback,
        Instant transcribedAt,
        long processingMs) {
    public CallTranscribed {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(transcript, "transcript");
        Objects.requireNonNull(transcriptHash, "transcriptHash");
        levels = levels == null ? List.of() : List.copyOf(levels);
        Objects.requireNonNull(transcribedAt, "transcribedAt");
    }

    /** Words without a recording, such as those of a labelled or made-up call; as if they were ready at the epoch. */
    public static CallTranscribed ofText(CallId callId, CallMetadata metadata, Transcript transcript) {
        return new CallTranscribed(
                callId, metadata, null, transcript, transcript.hash(), null, List.of(), null, Instant.EPOCH, 0);
    }
}
