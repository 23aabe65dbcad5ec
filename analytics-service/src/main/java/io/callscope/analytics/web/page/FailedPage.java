package io.callscope.analytics.web.page;

import io.callscope.analytics.overview.FailedCalls;
import io.callscope.analytics.web.api.FailedQuery;
import java.util.List;

/**
 * Calls that could not be processed.
 *
 * @param query which of them are asked for
 * @param failed those of this page
 */
public record FailedPage(View view, FailedQuery query, FailedCalls.Page failed) {
    static final int SIZE = 50;

    public boolean isNarrowed() {
        return query.filter().step() != null || query.filter().reason() != null;
    }

    /** Steps that rejected something. */
    public List<String> steps() {
        return failed.by().stream().map(by -> by.step()).distinct().sorted().toList();
    }

    /** Reasons that occurred. */
    public List<String> reasons() {
        return failed.by().stream().map(by -> by.reason()).distinct().sorted().toList();
    }

    public boolean hasNext() {
        return query.offset(SIZE) + failed.calls().size() < failed.total();
    }

    /** Place of the first call of this page in the whole list, from 1. */
    public long firstPlace() {
        return query.offset(SIZE) + 1;
    }
}
