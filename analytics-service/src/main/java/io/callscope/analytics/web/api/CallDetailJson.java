package io.callscope.analytics.web.api;

import io.callscope.analytics.comments.Comment;
import io.callscope.analytics.evaluation.Evaluation;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallEntry;
import io.callscope.analytics.store.CallState;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.transcript.Transcript;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/calls/{id}}. */
record CallDetailJson(
        CallId callId,
        CallState state,
        @Nullable CallMetadata metadata,
        @Nullable Long durationMs,
        @Nullable String audio,
        @Nullable Instant recordedAt,
        @Nullable Instant transcribedAt,
        @Nullable Instant analyzedAt,
        CallEntry.@Nullable Failure failure,
        @Nullable Transcript transcript,
        @Nullable String transcriptHash,
        @Nullable CallAnalysis analysis,
        @Nullable String versionKey,
        List<Evaluation> evaluations,
        List<CallJson> sameCustomer,
        List<CommentJson> comments) {
    static CallDetailJson of(CallDetail detail, List<Evaluation> evaluations, List<Comment> comments) {
        CallEntry entry = detail.entry();
        CallDetail.StoredTranscript transcript = detail.transcript();
        CallDetail.StoredAnalysis analysis = detail.analysis();
        return new CallDetailJson(
                entry.callId(),
                entry.state(),
                entry.metadata(),
                entry.durationMs(),
                entry.audio() == null ? null : "/api/calls/" + entry.callId() + "/audio",
                entry.recordedAt(),
                entry.transcribedAt(),
                entry.analyzedAt(),
                entry.state() == CallState.FAILED ? entry.failure() : null,
                transcript == null ? null : transcript.transcript(),
                transcript == null ? null : transcript.hash(),
                analysis == null ? null : analysis.analysis(),
                analysis == null ? null : analysis.analysis().versions().key(),
                evaluations,
                detail.sameCustomer().stream().map(CallJson::of).toList(),
                comments.stream().map(CommentJson::of).toList());
    }
}
