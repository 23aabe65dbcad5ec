package io.callscope.analytics.web.api;

import io.callscope.analytics.search.CallPage;
import io.callscope.analytics.search.Quote;
import io.callscope.analytics.store.AnalysisSummary;
import io.callscope.analytics.store.CallEntry;
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
        List<CallSummary.FlagHeard> flags,
        @Nullable Quote quote) {

    /**
     * {@code GET /api/calls}.
     *
     * @param total calls that the filter holds for, counted up to a bound
     * @param totalIsExact false when there are more
     * @param pages that can be leafed through
     */
    record Page(List<CallJson> calls, long total, boolean totalIsExact, int page, int pageSize, long pages) {}

    static Page page(CallPage page) {
        return new Page(
                page.calls().stream()
                        .map(found -> of(found.call(), found.quote()))
                        .toList(),
                page.total().count(),
                page.total().isExact(),
                page.paging().page(),
                page.paging().size(),
                page.pages());
    }

    static CallJson of(CallSummary call) {
        return of(call, null);
    }

    private static CallJson of(CallSummary call, @Nullable Quote quote) {
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
                call.flags(),
                quote);
    }
}
