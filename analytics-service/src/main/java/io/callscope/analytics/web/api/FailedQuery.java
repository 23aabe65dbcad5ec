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
    private static final int LAST_PAGE = 10_000;

    /**
     * @throws io.callscope.analytics.web.problem.ProblemException naming the parameter, its value and what was expected
     */
    public static FailedQuery of(Map<String, List<String>> address) {
        String page = first(address, "page");
        if (page != null) {
            ParameterCheck.number(1, LAST_PAGE).check("page", page);
        }
        return new FailedQuery(
                new FailedCalls.Filter(id(address, "step"), id(address, "reason")),
                page == null ? 1 : Integer.parseInt(page));
    }

    /** A newer release may know other steps and reasons than this one, so any id will do. */
    private static @Nullable String id(Map<String, List<String>> address, String name) {
        String value = first(address, name);
        if (value != null) {
            ParameterCheck.matching("[a-z0-9-]{1,60}", "expected.failure-id").check(name, value);
        }
        return value;
    }

    private static @Nullable String first(Map<String, List<String>> address, String name) {
        List<String> values = address.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0).isBlank()
                ? null
                : values.get(0).strip();
    }

    /** How many calls come before this page. */
    public long offset(int pageSize) {
        return (page - 1L) * pageSize;
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
