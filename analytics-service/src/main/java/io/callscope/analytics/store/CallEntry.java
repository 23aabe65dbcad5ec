package io.callscope.analytics.store;

import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallTranscribed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one row of a call, and how events change it. Pure: the same events in any order, each any number of times, never
 * let an older event overwrite what a newer one said. Times are cut to microseconds, which is what the database keeps.
 *
 * @param metadataAt time of the event that the metadata is from
 * @param transcribedAt when the shown transcript was ready
 * @param analyzedAt when the current analysis was made
 * @param progressAt time of the newest transcript or analysis, shown or not: failures are compared with it
 * @param failure the newest failure, also when a later success has made up for it
 * @param transcriptHash the shown transcript: the current analysis' one, before that the newest
 * @param durationMs length of the call
 * @param analysis the current analysis
 */
public record CallEntry(
        CallId callId,
        @Nullable CallMetadata metadata,
        @Nullable Instant metadataAt,
        @Nullable AudioManifest audio,
        @Nullable Instant recordedAt,
        @Nullable Instant transcribedAt,
        @Nullable Instant analyzedAt,
        @Nullable Instant progressAt,
        @Nullable Failure failure,
        @Nullable String transcriptHash,
        @Nullable Long durationMs,
        @Nullable AnalysisSummary analysis) {

    public CallEntry {
        Objects.requireNonNull(callId, "callId");
    }

    /**
     * Why the newest attempt ended.
     *
     * @param stage the step that rejected the call
     * @param reason id of the reason
     * @param detail ids, values and what was expected
     * @param failedAt when
     */
    public record Failure(String stage, String reason, String detail, Instant failedAt) {}

    /** The same without what the machine says of it. */
    public CallEntry withoutAnalysis() {
        return new CallEntry(
                callId,
                metadata,
                metadataAt,
                audio,
                recordedAt,
                transcribedAt,
                null,
                progressAt,
                failure,
                transcriptHash,
                durationMs,
                null);
    }

    /** A call of which nothing is known yet. */
    static CallEntry blank(CallId callId) {
        return new CallEntry(callId, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Newest outcome wins: a success makes up for an older failure, never the other way round. */
    public CallState state() {
        if (failure != null && newer(failure.failedAt(), progressAt)) {
            return CallState.FAILED;
        }
        if (analysis != null) {
            return CallState.ANALYZED;
        }
        return transcriptHash != null ? CallState.TRANSCRIBED : CallState.RECORDED;
    }

    /** Whose call it is; null when the source did not say. */
    public @Nullable String team() {
        return metadata == null ? null : metadata.team();
    }

    CallEntry recorded(CallRecorded event) {
        Instant at = stored(event.recordedAt());
        CallEntry known = withMetadata(event.metadata(), at);
        if (!newer(at, recordedAt)) {
            return known;
        }
        return new CallEntry(
                callId,
                known.metadata,
                known.metadataAt,
                event.audio(),
                at,
                transcribedAt,
                analyzedAt,
                progressAt,
                failure,
                transcriptHash,
                durationMs,
                analysis);
    }

    CallEntry transcribed(CallTranscribed event) {
        Instant at = stored(event.transcribedAt());
        CallEntry known =
                withMetadata(event.metadata(), at).withAudio(event.audio()).progressed(at);
        boolean sameText = event.transcriptHash().equals(transcriptHash);
        boolean shown = analysis == null && !sameText && newer(at, transcribedAt);
        return shown ? known.showing(event, at) : known;
    }

    CallEntry analyzed(CallTranscribed transcribed, CallAnalyzed event) {
        Instant at = stored(event.analyzedAt());
        CallEntry known = transcribed(transcribed).progressed(at);
        AnalysisSummary summary = AnalysisSummary.of(event.analysis());
        boolean sameVersion = analysis != null && analysis.versionKey().equals(summary.versionKey());
        if (sameVersion || !newer(at, analyzedAt)) {
            return known;
        }
        boolean sameText = transcribed.transcriptHash().equals(known.transcriptHash);
        CallEntry shown = sameText ? known : known.showing(transcribed, stored(transcribed.transcribedAt()));
        return new CallEntry(
                callId,
                shown.metadata,
                shown.metadataAt,
                shown.audio,
                recordedAt,
                shown.transcribedAt,
                at,
                shown.progressAt,
                failure,
                shown.transcriptHash,
                shown.durationMs,
                summary);
    }

    CallEntry failed(CallFailure event) {
        Instant at = stored(event.failedAt());
        CallEntry known = withAudio(event.audio());
        if (event.metadata() != null) {
            known = known.withMetadata(event.metadata(), at);
        }
        if (failure != null && !newer(at, failure.failedAt())) {
            return known;
        }
        return new CallEntry(
                callId,
                known.metadata,
                known.metadataAt,
                known.audio,
                recordedAt,
                transcribedAt,
                analyzedAt,
                progressAt,
                new Failure(event.stage(), event.reason(), event.detail(), at),
                transcriptHash,
                durationMs,
                analysis);
    }

    private CallEntry withMetadata(CallMetadata newMetadata, Instant at) {
        return newer(at, metadataAt) ? with(newMetadata, at, audio, progressAt) : this;
    }

    private CallEntry withAudio(@Nullable AudioManifest manifest) {
        return audio == null && manifest != null ? with(metadata, metadataAt, manifest, progressAt) : this;
    }

    private CallEntry progressed(Instant at) {
        return newer(at, progressAt) ? with(metadata, metadataAt, audio, at) : this;
    }

    private CallEntry with(
            @Nullable CallMetadata newMetadata,
            @Nullable Instant newMetadataAt,
            @Nullable AudioManifest newAudio,
            @Nullable Instant newProgressAt) {
        return new CallEntry(
                callId,
                newMetadata,
                newMetadataAt,
                newAudio,
                recordedAt,
                transcribedAt,
                analyzedAt,
                newProgressAt,
                failure,
                transcriptHash,
                durationMs,
                analysis);
    }

    private CallEntry showing(CallTranscribed event, Instant at) {
        return new CallEntry(
                callId,
                metadata,
                metadataAt,
                audio,
                recordedAt,
                at,
                analyzedAt,
                progressAt,
                failure,
                event.transcriptHash(),
                event.transcript().durationMs(),
                analysis);
    }

    private static boolean newer(Instant at, @Nullable Instant than) {
        return than == null || at.isAfter(than);
    }

    static Instant stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
