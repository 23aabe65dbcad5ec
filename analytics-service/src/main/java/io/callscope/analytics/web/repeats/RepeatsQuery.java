package io.callscope.analytics.web.repeats;

import io.callscope.analytics.repeats.report.RepeatFilter;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.web.Labels;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.api.ParameterCheck;
import io.callscope.analytics.web.api.QueryString;
import io.callscope.analytics.web.page.AskedWeeks;
import io.callscope.analytics.web.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which report an address asks for.
 *
 * @param given the parameters as they were given, in their fixed order
 */
public record RepeatsQuery(Weeks weeks, RepeatFilter filter, Map<String, String> given) {
    /** How many weeks may be taken together. */
    public static final List<String> COUNTS = List.of("1", "2", "4", "13", "52");

    private static final List<String> NAMES = List.of("week", "weeks", "queue", "team", "reason", "product", "stage");

    /**
     * @param window after which a week is closed: without a week in the address the newest closed one is meant
     * @throws ProblemException naming the parameter, its value and what was expected
     */
    static RepeatsQuery parse(
            Map<String, List<String>> parameters, Labels labels, Instant now, Duration window, ZoneId site) {
        Map<String, ParameterCheck> checks = Map.of(
                "week", ParameterCheck.date(),
                "weeks", ParameterCheck.oneOf(COUNTS),
                "queue", ParameterCheck.text(),
                "team", ParameterCheck.text(),
                "product", ParameterCheck.text(),
                "reason", ParameterCheck.oneOf(labels.ids(Kind.REASON)),
                "stage", ParameterCheck.oneOf(labels.ids(Kind.STAGE)));
        Map<String, String> given = ParameterCheck.given(NAMES, checks, parameters);
        Weeks weeks = AskedWeeks.of(given, "1", window, now, site);
        return new RepeatsQuery(
                weeks,
                new RepeatFilter(
                        given.get("queue"),
                        given.get("team"),
                        given.get("reason"),
                        given.get("product"),
                        given.get("stage")),
                given);
    }

    /** What the form shows for a parameter. */
    public String value(String name) {
        return given.getOrDefault(name, "");
    }

    /** Whether only some contacts are counted. */
    public boolean isNarrowed() {
        return !filter.equals(RepeatFilter.all());
    }

    /** This report elsewhere: as a file, as JSON. */
    public String address(String path) {
        return address(path, given);
    }

    /** The page of another week. */
    public String week(LocalDate monday) {
        return with("week", monday.toString());
    }

    /** The page narrowed by one thing more. */
    public String with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(given);
        all.put(name, value);
        return address("/repeats", all);
    }

    private static String address(String path, Map<String, String> parameters) {
        Map<String, String> ordered = new LinkedHashMap<>();
        NAMES.forEach(name -> {
            String value = parameters.get(name);
            if (value != null) {
                ordered.put(name, value);
            }
        });
        return QueryString.address(path, ordered);
    }
}
