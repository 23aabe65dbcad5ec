package io.callscope.analytics.search;

import io.callscope.analytics.store.CallSummary;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of calls.
 *
 * @param calls the calls of this page, in order
 * @param total calls that the filter holds for, on all pages
 */
public record CallPage(List<Found> calls, Total total, Paging paging) {
    public CallPage {
        calls = List.copyOf(calls);
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(paging, "paging");
    }

    /**
     * A call that was found.
     *
     * @param quote where the sought words stand in it; null when none were sought, or only words to be absent
     */
    public record Found(CallSummary call, @Nullable Quote quote) {}

    /** Pages that can be leafed through, at least 1. */
    public long pages() {
        return Math.max(1, (total.count() + paging.size() - 1) / paging.size());
    }
}
