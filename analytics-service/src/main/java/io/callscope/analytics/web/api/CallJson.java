package io.callscope.analytics.web.api;

import io.callscope.analytics.store.AnalysisSummary;
import io.callscope.analytics.store.CallEntry;
import io.callscope.analytics.store.CallPage;
import io.callscope.analytics.store.CallState;
import io.callscope.analytics.store.CallSummary;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of {@code GET /api/calls}. */
record CallJson(
        CallId callId,
        CallState state,
        @Nullable CallMetadata metadata,
        @Nullable Long durationMs,
        boolean hasAudio,
        @Nullable Instant recordedAt,
        @Nullable Instant transcribedAt,
        @Nullable Instant analyzedAt,
        CallEntry.@Nullable Failure failure,
        @Nullable AnalysisSummary analysis,
        List<CallSummary.ForceHeard> forces,
        List<CallSummary.FlagHeard> flags) {

    /** {@code GET /api/calls}. */
    record Page(List<CallJson> calls, long total, int page, int pageSize, long pages) {}

    static Page page(CallPage page) {
        return new Page(
                page.calls().stream().map(CallJson::of).toList(),
                page.total(),
                page.page(),
                page.pageSize(),
                page.pages());
    }

    static CallJson of(CallSummary call) {
        CallEntry entry = call.entry();
        return new CallJson(
                entry.callId(),
                entry.state(),
                entry.metadata(),
                entry.durationMs(),
                entry.audio() != null,
                entry.recordedAt(),
                entry.transcribedAt(),
                entry.analyzedAt(),
                entry.state() == CallState.FAILED ? entry.failure() : null,
                entry.analysis(),
                call.forces(),
                call.flags());
    }
}
