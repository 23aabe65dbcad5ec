package io.callscope.analytics.web.page;

import io.callscope.analytics.store.CallPage;
import io.callscope.analytics.store.CallState;
import io.callscope.analytics.web.api.CallQuery;
import io.callscope.model.analysis.Force;
import java.util.List;

/**
 * A list of calls.
 *
 * @param query the filter that the list is of
 * @param calls the calls
 * @param listView the page's address without parameters
 */
public record CallsPage(View view, CallQuery query, CallPage calls, String listView) {
    public List<Force> forces() {
        return List.of(Force.values());
    }

    public List<CallState> states() {
        return List.of(CallState.values());
    }

    public List<String> languages() {
        return List.of("ru", "en");
    }

    public String pageAddress(int page) {
        return query.address(listView, page);
    }

    public boolean hasNext() {
        return calls.page() < calls.pages();
    }

    /** Place of the first call of this page in the whole list, from 1. */
    public long firstPlace() {
        return (calls.page() - 1L) * calls.pageSize() + 1;
    }
}
