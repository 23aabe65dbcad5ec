package io.callscope.analytics.web.api;

import io.callscope.analytics.overview.FailedCalls;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which failures an address asks for.
 *
 * @param page from 1
 */
public record FailedQuery(FailedCalls.Filter filter, int page) {
    /**
     * @throws io.callscope.analytics.web.problem.ProblemException naming the parameter, its value and what was expected
     */
    public static FailedQuery of(Map<String, List<String>> address) {
        return new FailedQuery(
                new FailedCalls.Filter(id(address, "step"), id(address, "reason")), ListAddress.page(address));
    }

    private static @Nullable String id(Map<String, List<String>> address, String name) {
        return ListAddress.id(name, QueryString.first(address, name));
    }

    /** How many calls come before this page. */
    public long offset(int pageSize) {
        return ListAddress.offset(page, pageSize);
    }

    /** The same failures at another page. */
    public String address(int otherPage) {
        return address(filter.step(), filter.reason(), otherPage);
    }

    /** Failures of one step for one reason; either may be null. */
    public static String address(@Nullable String step, @Nullable String reason, int page) {
        StringBuilder address = new StringBuilder("/failed");
        append(address, "step", step);
        append(address, "reason", reason);
        append(address, "page", page > 1 ? Integer.toString(page) : null);
        return address.toString();
    }

    private static void append(StringBuilder address, String name, @Nullable String value) {
        if (value != null) {
            QueryString.append(address, name, value);
        }
    }
}
