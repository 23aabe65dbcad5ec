package io.callscope.analytics.web.requests;

import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.web.api.ParameterCheck;
import io.callscope.analytics.web.api.QueryString;
import io.callscope.analytics.web.page.AskedWeeks;
import io.callscope.analytics.web.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which report an address asks for. There is none of one team: the voice of the process would tell on its agents.
 *
 * @param queue the only one that is counted; null for all
 * @param given the parameters as they were given, in their fixed order
 */
public record RequestsQuery(Weeks weeks, @Nullable String queue, Map<String, String> given) {
    /** How many weeks may be taken together. */
    public static final List<String> COUNTS = List.of("1", "4", "13");

    private static final List<String> NAMES = List.of("week", "weeks", "queue");
    private static final Map<String, ParameterCheck> CHECKS = Map.of(
            "week", ParameterCheck.date(), "weeks", ParameterCheck.oneOf(COUNTS), "queue", ParameterCheck.text());

    /**
     * Without a week in the address the newest one that is over is meant.
     *
     * @throws ProblemException naming the parameter, its value and what was expected
     */
    static RequestsQuery parse(Map<String, List<String>> parameters, Instant now, ZoneId site) {
        Map<String, String> given = ParameterCheck.given(NAMES, CHECKS, parameters);
        Weeks weeks = AskedWeeks.of(given, "1", Duration.ZERO, now, site);
        return new RequestsQuery(weeks, given.get("queue"), given);
    }

    /** What the form shows for a parameter. */
    public String value(String name) {
        return given.getOrDefault(name, "");
    }

    /** Whether only some calls are counted. */
    public boolean isNarrowed() {
        return queue != null;
    }

    /** This report elsewhere: as a file, as JSON. */
    public String address(String path) {
        return QueryString.address(path, given);
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
        if (queue != null) {
            all.put("queue", queue);
        }
        return QueryString.address("/calls", all);
    }
}
