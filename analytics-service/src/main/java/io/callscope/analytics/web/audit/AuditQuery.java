package io.callscope.analytics.web.audit;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditTrail.Filter;
import io.callscope.analytics.web.api.ParameterCheck;
import io.callscope.analytics.web.api.QueryString;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the log an address asks for.
 *
 * @param given the parameters as they were given, in their fixed order
 * @param before only rows with a smaller seq
 */
record AuditQuery(Map<String, String> given, Filter filter, long before) {
    private static final List<String> NAMES = List.of("login", "action", "call", "from", "to");

    /**
     * @throws ProblemException naming the parameter, its value and what was expected
     */
    static AuditQuery parse(Map<String, List<String>> parameters, ZoneId site) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = QueryString.first(parameters, name);
            if (!value.isEmpty()) {
                given.put(name, value);
            }
        }
        LocalDate from = date(given, "from");
        LocalDate to = date(given, "to");
        Filter filter = new Filter(
                given.get("login"),
                action(given.get("action")),
                given.get("call"),
                from == null ? null : from.atStartOfDay(site).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(site).toInstant());
        return new AuditQuery(given, filter, before(QueryString.first(parameters, "before")));
    }

    private static @Nullable AuditAction action(@Nullable String value) {
        if (value == null) {
            return null;
        }
        ParameterCheck.oneOf(
                        Arrays.stream(AuditAction.values()).map(AuditAction::id).toList())
                .check("action", value);
        return AuditAction.ofId(value);
    }

    private static @Nullable LocalDate date(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null) {
            return null;
        }
        ParameterCheck.date().check(name, value);
        return LocalDate.parse(value);
    }

    private static long before(String value) {
        if (value.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!value.matches("[1-9][0-9]{0,17}")) {
            throw ProblemException.badParameter("before", value, Expected.of("expected.number", "1", "10^18"));
        }
        return Long.parseLong(value);
    }

    /** The same filter at another place, or on another page. */
    String address(String path, long olderThan) {
        StringBuilder address = new StringBuilder(QueryString.address(path, given));
        if (olderThan != Long.MAX_VALUE) {
            QueryString.append(address, "before", Long.toString(olderThan));
        }
        return address.toString();
    }
}
