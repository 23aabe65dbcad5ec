package io.callscope.analytics.web.page;

import io.callscope.analytics.search.CallPage;
import io.callscope.analytics.search.Total;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.api.CallQuery;
import org.jspecify.annotations.Nullable;

/**
 * A list of calls.
 *
 * @param query the filter that the list is of
 * @param calls the calls
 * @param form the filter as it was filled in
 * @param bar the kept filters
 */
public record CallsPage(View view, CallQuery query, CallPage calls, SearchForm form, ViewBar bar) {
    static final String ADDRESS = "/calls";

    /** How many calls there are, in words. */
    public String total() {
        Total total = calls.total();
        return total.isExact()
                ? view.n("count.calls", total.count())
                : view.t("calls.more-than", view.format().number(total.count()));
    }

    /** This list as a file. */
    public String exportAddress(String format) {
        return query.address(ADDRESS + "/export." + format, 1);
    }

    /** Whether the list may be taken away as a file, and is not empty. */
    public boolean isExportable() {
        return view.may(Permission.EXPORT) && calls.total().count() > 0;
    }

    public String pageAddress(int page) {
        return query.address(ADDRESS, page);
    }

    /** The call at the words that were looked for, else at its beginning. */
    public String callAddress(CallPage.Found found) {
        String words = query.value("text");
        return view.callAddress(
                found.call().entry().callId(),
                words,
                found.quote() == null ? null : found.quote().startMs());
    }

    public @Nullable String words() {
        return query.value("text").isEmpty() ? null : query.value("text");
    }

    public boolean hasNext() {
        return calls.paging().page() < calls.pages();
    }

    /** Whether leafing ends here although there are more calls. */
    public boolean isAtDepth() {
        return !hasNext() && !calls.total().isExact();
    }

    /** Place of the first call of this page in the whole list, from 1. */
    public long firstPlace() {
        return calls.paging().offset() + 1;
    }
}
