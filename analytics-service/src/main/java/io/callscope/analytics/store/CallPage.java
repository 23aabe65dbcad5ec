package io.callscope.analytics.store;

import java.util.List;

/**
 * One page of a list of calls.
 *
 * @param calls the calls of this page, in order
 * @param total calls that the filter holds for, on all pages
 * @param page from 1
 * @param pageSize calls a page
 */
public record CallPage(List<CallSummary> calls, long total, int page, int pageSize) {
    public CallPage {
        calls = List.copyOf(calls);
    }

    /** Pages there are, at least 1. */
    public long pages() {
        return Math.max(1, (total + pageSize - 1) / pageSize);
    }
}
