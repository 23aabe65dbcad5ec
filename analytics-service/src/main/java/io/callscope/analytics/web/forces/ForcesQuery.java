package io.callscope.analytics.web.forces;

import io.callscope.analytics.forces.ForceFilter;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.web.api.ParameterCheck;
import io.callscope.analytics.web.api.QueryString;
import io.callscope.analytics.web.page.AskedWeeks;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.model.analysis.Polarity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which report an address asks for.
 *
 * @param given the parameters as they were given, in their fixed order
 */
public record ForcesQuery(Weeks weeks, ForceFilter filter, Map<String, String> given) {
    /** How many weeks may be taken together. */
    public static final List<String> COUNTS = List.of("1", "2", "4", "13", "52");

    /** What the map shows. */
    static final List<String> SHOWN =
            Stream.of(Polarity.BARRIER, Polarity.DRIVER).map(Polarity::id).toList();

    private static final List<String> NAMES = List.of("week", "weeks", "queue", "team", "show");
    private static final Map<String, ParameterCheck> CHECKS = Map.of(
            "week", ParameterCheck.date(),
            "weeks", ParameterCheck.oneOf(COUNTS),
            "queue", ParameterCheck.text(),
            "team", ParameterCheck.text(),
            "show", ParameterCheck.oneOf(SHOWN));

    /**
     * Without a week in the address the newest one that is over is meant.
     *
     * @throws ProblemException naming the parameter, its value and what was expected
     */
    static ForcesQuery parse(Map<String, List<String>> parameters, Instant now, ZoneId site) {
        Map<String, String> given = ParameterCheck.given(NAMES, CHECKS, parameters);
        Weeks weeks = AskedWeeks.of(given, "1", Duration.ZERO, now, site);
        return new ForcesQuery(weeks, new ForceFilter(given.get("queue"), given.get("team")), given);
    }

    /** What the form shows for a parameter. */
    public String value(String name) {
        return given.getOrDefault(name, "");
    }

    /** Whether the map shows drivers, not barriers. */
    public boolean isOfDrivers() {
        return value("show").equals(Polarity.DRIVER.id());
    }

    /** Whether only some calls are counted. */
    public boolean isNarrowed() {
        return !filter.equals(ForceFilter.all());
    }

    /** This report elsewhere: as a file, as JSON. */
    public String address(String path) {
        return address(path, given);
    }

    /** The page with one parameter set. */
    public String with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(given);
        all.put(name, value);
        return address("/forces", all);
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

    /** Narrows a list of calls to those that this report counts. Names and values in turn. */
    String calls(String... more) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        all.put("from", weeks.first().toString());
        all.put("to", weeks.last().toString());
        all.put("verdict", "judged");
        if (filter.queue() != null) {
            all.put("queue", filter.queue());
        }
        if (filter.team() != null) {
            all.put("team", filter.team());
        }
        return QueryString.address("/calls", all);
    }
}
