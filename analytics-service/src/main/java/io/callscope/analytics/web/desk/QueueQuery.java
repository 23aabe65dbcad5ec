package io.callscope.analytics.web.desk;

import io.callscope.analytics.desk.QueueFilter;
import io.callscope.analytics.desk.QueueFilter.View;
import io.callscope.analytics.web.api.QueryString;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which cards an address asks for.
 *
 * @param given the parameters as they were given, in their fixed order
 */
public record QueueQuery(QueueFilter filter, Map<String, String> given) {
    private static final List<String> NAMES = List.of("view", "rule", "priority", "team", "agent");
    private static final int MAX_TEXT = 200;

    /**
     * @param rules ids of the rules there are
     * @throws ProblemException naming the parameter, its value and what was expected
     */
    static QueueQuery parse(Map<String, List<String>> parameters, List<String> rules) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = QueryString.first(parameters, name);
            if (value.length() > MAX_TEXT) {
                throw bad(name, value, "expected.length", Integer.toString(MAX_TEXT));
            }
            if (!value.isEmpty()) {
                given.put(name, value);
            }
        }
        String rule = given.get("rule");
        if (rule != null && !rules.contains(rule)) {
            throw bad("rule", rule, "expected.rule");
        }
        return new QueueQuery(
                new QueueFilter(
                        view(given.get("view")),
                        rule,
                        priority(given.get("priority")),
                        given.get("team"),
                        given.get("agent"),
                        page(QueryString.first(parameters, "page"))),
                given);
    }

    private static View view(@Nullable String value) {
        if (value == null) {
            return View.QUEUE;
        }
        return View.ofId(value)
                .orElseThrow(() -> bad(
                        "view",
                        value,
                        "expected.one-of",
                        Arrays.stream(View.values()).map(View::id).collect(Collectors.joining(", "))));
    }

    private static @Nullable Integer priority(@Nullable String value) {
        if (value == null) {
            return null;
        }
        if (!value.matches("[123]")) {
            throw bad("priority", value, "expected.number", "1", "3");
        }
        return Integer.valueOf(value);
    }

    private static int page(String value) {
        if (value.isEmpty()) {
            return 1;
        }
        if (!value.matches("[1-9][0-9]{0,4}")) {
            throw bad("page", value, "expected.number", "1", "99999");
        }
        return Integer.parseInt(value);
    }

    private static ProblemException bad(String name, String value, String expected, String... arguments) {
        return ProblemException.badParameter(name, value, Expected.of(expected, arguments));
    }

    /** What the form shows for a parameter. */
    public String value(String name) {
        return given.getOrDefault(name, "");
    }

    /** The same filter on another page. */
    public String address(int page) {
        Map<String, String> all = new LinkedHashMap<>(given);
        if (page > 1) {
            all.put("page", Integer.toString(page));
        }
        return address(all);
    }

    /** The queue narrowed by one thing. */
    public static String narrowed(String name, String value) {
        return address(Map.of(name, value));
    }

    private static String address(Map<String, String> parameters) {
        return QueryString.address("/queue", parameters);
    }
}
