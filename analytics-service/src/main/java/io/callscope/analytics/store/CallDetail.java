package io.callscope.analytics.store;

import io.callscope.analytics.parties.PartyCorrection;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.ChannelLevel;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Waveform;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one call.
 *
 * @param entry its row
 * @param transcript what was said; null when there is none yet
 * @param analysis what the machine heard, of the current version; null when there is none yet
 * @param waveform how loud the recording is; null when the transcript was imported or the release did not measure it
 * @param correction who speaks, as somebody corrected it last; null when nobody did
 * @param sameCustomer newest other calls of the same customer, at most twenty
 */
public record CallDetail(
        CallEntry entry,
        @Nullable StoredTranscript transcript,
        @Nullable StoredAnalysis analysis,
        @Nullable Waveform waveform,
        @Nullable PartyCorrection correction,
        List<CallSummary> sameCustomer) {
    public CallDetail {
        Objects.requireNonNull(entry, "entry");
        sameCustomer = List.copyOf(sameCustomer);
    }

    /** The transcript that the call shows, as the event that brought it; empty when there is none. */
    public Optional<CallTranscribed> shown() {
        CallMetadata metadata = entry.metadata();
        return transcript == null || metadata == null
                ? Optional.empty()
                : Optional.of(transcript.asEvent(entry, metadata, waveform));
    }

    /**
     * A transcript and what came with it.
     *
     * @param processingMs how long recognition took
     * @param levels by channel, how loud it is; empty when not measured
     * @param playback the copy to be played instead of the recording; null when that itself may be played
     */
    public record StoredTranscript(
            Transcript transcript,
            String hash,
            Instant transcribedAt,
            long processingMs,
            List<ChannelLevel> levels,
            @Nullable AudioManifest playback) {

        /** As the event that brought it. */
        CallTranscribed asEvent(CallEntry entry, CallMetadata metadata, @Nullable Waveform waveform) {
            return new CallTranscribed(
                    entry.callId(),
                    metadata,
                    entry.audio(),
                    transcript,
                    hash,
                    waveform,
                    levels,
                    playback,
                    transcribedAt,
                    processingMs);
        }
    }

    /** An analysis and when it was made. */
    public record StoredAnalysis(CallAnalysis analysis, Instant analyzedAt) {}
}
