package io.callscope.analytics.web.api;

import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one parameter of an address may be. Implementations are immutable. */
public interface ParameterCheck {
    /** Longest word or name that is looked for, in characters. */
    int MAX_TEXT = 200;

    Pattern CLOCK = Pattern.compile("(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-5][0-9])");

    /**
     * @throws ProblemException naming the parameter, its value and what was expected
     */
    void check(String name, String value);

    static ParameterCheck oneOf(List<String> ids) {
        return that(ids::contains, Expected.of("expected.one-of", String.join(", ", ids)));
    }

    /** Ids that are too many to list. */
    static ParameterCheck known(String expected, List<String> ids) {
        return that(ids::contains, Expected.of(expected));
    }

    static ParameterCheck matching(String pattern, String expected) {
        return that(Pattern.compile(pattern).asMatchPredicate(), Expected.of(expected));
    }

    static ParameterCheck text() {
        return that(value -> value.length() <= MAX_TEXT, Expected.of("expected.length", Integer.toString(MAX_TEXT)));
    }

    static ParameterCheck number(int least, int most) {
        return that(
                value -> value.matches("[0-9]{1,7}")
                        && Integer.parseInt(value) >= least
                        && Integer.parseInt(value) <= most,
                Expected.of("expected.number", Integer.toString(least), Integer.toString(most)));
    }

    static ParameterCheck date() {
        return that(ParameterCheck::isDate, Expected.of("expected.date"));
    }

    static ParameterCheck duration() {
        return that(
                value -> value.matches("[0-9]{1,6}") || CLOCK.matcher(value).matches(),
                Expected.of("expected.duration"));
    }

    /**
     * What an address says, checked.
     *
     * @param names in the order that they are wanted in
     * @param checks by name, one for each
     * @return the parameters that are there and not empty
     * @throws ProblemException naming the first that may not be so, its value and what was expected
     */
    static Map<String, String> given(
            List<String> names, Map<String, ParameterCheck> checks, Map<String, List<String>> parameters) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : names) {
            String value = QueryString.first(parameters, name);
            if (!value.isEmpty()) {
                Objects.requireNonNull(checks.get(name), name).check(name, value);
                given.put(name, value);
            }
        }
        return given;
    }

    private static ParameterCheck that(Predicate<String> holds, Expected expected) {
        return (name, value) -> {
            if (!holds.test(value)) {
                throw ProblemException.badParameter(name, value, expected);
            }
        };
    }

    private static boolean isDate(String value) {
        try {
            LocalDate date = LocalDate.parse(value);
            return date.getYear() >= 1970 && date.getYear() <= 9000;
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    /** What {@link #duration()} let through: seconds, {@code m:ss} or {@code h:mm:ss}. */
    static Duration durationOf(String value) {
        Matcher clock = CLOCK.matcher(value);
        if (!clock.matches()) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
        return Duration.ofHours(hours)
                .plusMinutes(Long.parseLong(clock.group(2)))
                .plusSeconds(Long.parseLong(clock.group(3)));
    }
}
