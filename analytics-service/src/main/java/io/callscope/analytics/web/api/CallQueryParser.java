package io.callscope.analytics.web.api;

import io.callscope.analytics.store.CallFilter;
import io.callscope.analytics.store.CallState;
import io.callscope.analytics.web.Labels;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.model.analysis.Force;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a filter out of an address. An empty value is no value, as forms send it. Immutable, thread-safe. */
public final class CallQueryParser {
    private static final List<String> NAMES =
            List.of("flagged", "force", "code", "rule", "language", "from", "to", "text", "state", "size");
    private static final int MAX_TEXT = 200;

    private final Labels labels;
    private final ZoneId site;

    public CallQueryParser(Labels labels, ZoneId site) {
        this.labels = labels;
        this.site = site;
    }

    /**
     * @param parameters of the address; unknown ones are left alone
     * @throws ProblemException naming the parameter, its value and what was expected
     */
    public CallQuery parse(Map<String, List<String>> parameters) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = first(parameters, name);
            if (!value.isEmpty()) {
                given.put(name, value);
            }
        }
        LocalDate from = date(given, "from");
        LocalDate to = date(given, "to");
        if (from != null && to != null && to.isBefore(from)) {
            throw bad("to", to.toString(), "expected.not-before", from.toString());
        }
        CallFilter filter = new CallFilter(
                flag(given),
                known(
                        given,
                        "force",
                        Force::ofId,
                        Arrays.stream(Force.values()).map(Force::id).toList()),
                listed(given, "code", labels.codes()),
                listed(given, "rule", labels.rules()),
                language(given),
                startOf(from),
                startOf(to == null ? null : to.plusDays(1)),
                text(given),
                known(
                        given,
                        "state",
                        CallState::ofId,
                        Arrays.stream(CallState.values()).map(CallState::id).toList()),
                number("page", first(parameters, "page"), 1, 1_000_000),
                number("size", given.getOrDefault("size", ""), 50, CallFilter.MAX_PAGE_SIZE));
        return new CallQuery(filter, given);
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    private static @Nullable Boolean flag(Map<String, String> given) {
        String value = given.get("flagged");
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw bad("flagged", value, "expected.one-of", "true, false");
        }
        return value == null ? null : Boolean.valueOf(value);
    }

    private static <T> @Nullable T known(
            Map<String, String> given, String name, Function<String, T> reader, List<String> ids) {
        String value = given.get(name);
        if (value == null) {
            return null;
        }
        if (!ids.contains(value)) {
            throw bad(name, value, "expected.one-of", ids.stream().collect(Collectors.joining(", ")));
        }
        return reader.apply(value);
    }

    private static @Nullable String listed(Map<String, String> given, String name, List<String> ids) {
        String value = given.get(name);
        if (value != null && !ids.contains(value)) {
            throw bad(name, value, "expected." + name);
        }
        return value;
    }

    private static @Nullable String language(Map<String, String> given) {
        String value = given.get("language");
        if (value != null && !value.matches("[a-z]{2,3}")) {
            throw bad("language", value, "expected.language");
        }
        return value;
    }

    private static @Nullable String text(Map<String, String> given) {
        String value = given.get("text");
        if (value != null && value.length() > MAX_TEXT) {
            throw bad("text", value, "expected.length", Integer.toString(MAX_TEXT));
        }
        return value;
    }

    private static @Nullable LocalDate date(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.getYear() >= 1970 && date.getYear() <= 9000) {
                return date;
            }
        } catch (DateTimeException notADate) {
            throw bad(name, value, "expected.date");
        }
        throw bad(name, value, "expected.date");
    }

    private @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(site).toInstant();
    }

    private static int number(String name, String value, int otherwise, int max) {
        if (value.isEmpty()) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,7}")) {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= max) {
                return number;
            }
        }
        throw bad(name, value, "expected.number", "1", Integer.toString(max));
    }

    private static ProblemException bad(String name, String value, String expected, String... arguments) {
        return ProblemException.badParameter(name, value, Expected.of(expected, arguments));
    }
}
