package io.callscope.analytics.web.model;

import io.callscope.analytics.llm.parked.ParkedList.Filter;
import io.callscope.analytics.web.api.ParameterCheck;
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
    private static final int LAST_PAGE = 10_000;

    /**
     * @throws io.callscope.analytics.web.problem.ProblemException naming the parameter, its value and what was expected
     */
    static ParkedQuery of(Map<String, List<String>> address) {
        String page = first(address, "page");
        if (page != null) {
            ParameterCheck.number(1, LAST_PAGE).check("page", page);
        }
        return new ParkedQuery(reason(first(address, "reason")), page == null ? 1 : Integer.parseInt(page));
    }

    /** A newer release may know other reasons than this one, so any id will do. */
    static @Nullable String reason(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        ParameterCheck.matching("[a-z0-9-]{1,60}", "expected.failure-id").check("reason", value);
        return value;
    }

    private static @Nullable String first(Map<String, List<String>> address, String name) {
        List<String> values = address.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0).isBlank()
                ? null
                : values.get(0).strip();
    }

    Filter filter() {
        return new Filter(reason, null);
    }

    /** How many calls come before this page. */
    public long offset(int pageSize) {
        return (page - 1L) * pageSize;
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
