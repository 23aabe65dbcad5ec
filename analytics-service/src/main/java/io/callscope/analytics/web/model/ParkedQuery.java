package io.callscope.analytics.web.model;

import io.callscope.analytics.llm.parked.ParkedList.Filter;
import io.callscope.analytics.web.api.ListAddress;
import io.callscope.analytics.web.api.QueryString;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which parked calls an address asks for.
 *
 * @param reason id of a reason; null for any
 * @param page from 1
 */
public record ParkedQuery(@Nullable String reason, int page) {
    /**
     * @throws io.callscope.analytics.web.problem.ProblemException naming the parameter, its value and what was expected
     */
    static ParkedQuery of(Map<String, List<String>> address) {
        return new ParkedQuery(
                ListAddress.id("reason", QueryString.first(address, "reason")), ListAddress.page(address));
    }

    Filter filter() {
        return new Filter(reason, null);
    }

    /** How many calls come before this page. */
    public long offset(int pageSize) {
        return ListAddress.offset(page, pageSize);
    }

    /** The same calls at another page. */
    public String address(int otherPage) {
        return address(reason, otherPage);
    }

    /** Calls of one reason, or of all. */
    public static String address(@Nullable String reason, int page) {
        StringBuilder address = new StringBuilder("/model");
        if (reason != null) {
            QueryString.append(address, "reason", reason);
        }
        if (page > 1) {
            QueryString.append(address, "page", Integer.toString(page));
        }
        return address.toString();
    }
}
