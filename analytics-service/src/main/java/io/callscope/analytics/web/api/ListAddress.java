package io.callscope.analytics.web.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What addresses of lists have in common. Stateless. Every method throws
 * {@link io.callscope.analytics.web.problem.ProblemException} naming the parameter, its value and what was expected.
 */
public final class ListAddress {
    private static final int LAST_PAGE = 10_000;

    private ListAddress() {}

    /** The page that is asked for, from 1; the first when none is named. */
    public static int page(Map<String, List<String>> address) {
        String page = QueryString.first(address, "page");
        if (page.isEmpty()) {
            return 1;
        }
        ParameterCheck.number(1, LAST_PAGE).check("page", page);
        return Integer.parseInt(page);
    }

    /** How many rows come before a page. */
    public static long offset(int page, int pageSize) {
        return (page - 1L) * pageSize;
    }

    /**
     * The id that a parameter gives. A newer release may know others than this one, so any id will do.
     *
     * @param value as it was given
     * @return null when it names none
     */
    public static @Nullable String id(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        ParameterCheck.matching("[a-z0-9-]{1,60}", "expected.failure-id").check(name, value);
        return value;
    }
}
