package io.callscope.analytics.web.importance;

import io.callscope.analytics.importance.CustomerOutcome;
import io.callscope.analytics.importance.ImportanceQuestion;
import io.callscope.analytics.importance.ImportanceQuestion.By;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.web.api.ParameterCheck;
import io.callscope.analytics.web.page.AskedWeeks;
import io.callscope.analytics.web.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Which report an address asks for.
 *
 * @param given the parameters as they were given, in their fixed order
 */
public record ImportanceQuery(Weeks weeks, ImportanceQuestion question, Map<String, String> given) {
    /** How many weeks may be taken together: answers are few. */
    public static final List<String> COUNTS = List.of("4", "13", "26");

    /** By how many percent a barrier would become rarer. */
    public static final List<String> FALLS = List.of("10", "25", "50");

    private static final List<String> NAMES = List.of("week", "weeks", "outcome", "by", "fall", "queue", "team");
    private static final Map<String, ParameterCheck> CHECKS = Map.of(
            "week", ParameterCheck.date(),
            "weeks", ParameterCheck.oneOf(COUNTS),
            "outcome", ParameterCheck.oneOf(CustomerOutcome.ids()),
            "by", ParameterCheck.oneOf(By.ids()),
            "fall", ParameterCheck.oneOf(FALLS),
            "queue", ParameterCheck.text(),
            "team", ParameterCheck.text());

    /**
     * Without a week in the address the newest one that is over is the last.
     *
     * @throws ProblemException naming the parameter, its value and what was expected
     */
    static ImportanceQuery parse(Map<String, List<String>> parameters, Instant now, ZoneId site) {
        Map<String, String> given = ParameterCheck.given(NAMES, CHECKS, parameters);
        Weeks weeks = AskedWeeks.of(given, "13", Duration.ZERO, now, site);
        ImportanceQuestion question = new ImportanceQuestion(
                CustomerOutcome.ofId(given.getOrDefault("outcome", CustomerOutcome.NPS.id())),
                By.ofId(given.getOrDefault("by", By.FORCE.id())),
                Integer.parseInt(given.getOrDefault("fall", "25")),
                given.get("queue"),
                given.get("team"));
        return new ImportanceQuery(weeks, question, given);
    }

    /** What the form shows for a parameter. */
    public String value(String name) {
        return given.getOrDefault(name, "");
    }
}
