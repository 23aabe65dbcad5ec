package io.callscope.analytics.web.promises;

import io.callscope.analytics.promises.PromiseFilter;
import io.callscope.analytics.promises.PromiseKind;
import io.callscope.analytics.promises.PromiseState;
import io.callscope.analytics.web.api.ParameterCheck;
import io.callscope.analytics.web.api.QueryString;
import io.callscope.analytics.web.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which promises an address asks for.
 *
 * @param date whose terms end on that day or before; null for any, which a state alone asks for
 * @param page from 1
 * @param given the parameters as they were given, in their fixed order
 */
public record PromisesQuery(
        @Nullable PromiseState state,
        @Nullable PromiseKind kind,
        @Nullable LocalDate date,
        int page,
        Map<String, String> given,
        ZoneId site) {
    static final int PAGE_SIZE = 50;
    private static final List<String> NAMES = List.of("state", "kind", "team", "queue", "date");
    private static final Map<String, ParameterCheck> CHECKS = Map.of(
            "state", ParameterCheck.oneOf(PromiseState.ids()),
            "kind", ParameterCheck.oneOf(PromiseKind.ids()),
            "team", ParameterCheck.text(),
            "queue", ParameterCheck.text(),
            "date", ParameterCheck.date(),
            "page", ParameterCheck.number(1, 9_999));

    /**
     * Without a state and a date those are meant whose customers are to be called today.
     *
     * @throws ProblemException naming the parameter, its value and what was expected
     */
    static PromisesQuery parse(Map<String, List<String>> parameters, Instant now, ZoneId site) {
        Map<String, String> given = ParameterCheck.given(NAMES, CHECKS, parameters);
        String page = QueryString.first(parameters, "page");
        if (!page.isEmpty()) {
            Objects.requireNonNull(CHECKS.get("page")).check("page", page);
        }
        PromiseState state = PromiseState.ofId(given.getOrDefault("state", "")).orElse(null);
        LocalDate date = given.containsKey("date")
                ? LocalDate.parse(given.get("date"))
                : state == null ? now.atZone(site).toLocalDate() : null;
        return new PromisesQuery(
                state,
                PromiseKind.ofId(given.getOrDefault("kind", "")).orElse(null),
                date,
                page.isEmpty() ? 1 : Integer.parseInt(page),
                given,
                site);
    }

    /** What this page shows. */
    PromiseFilter filter() {
        return filter((page - 1) * PAGE_SIZE, PAGE_SIZE);
    }

    /** So many of all pages. */
    PromiseFilter filter(int from, int most) {
        return new PromiseFilter(
                state,
                kind,
                given.get("team"),
                given.get("queue"),
                date == null ? null : date.plusDays(1).atStartOfDay(site).toInstant(),
                from,
                most);
    }

    /** What the form shows for a parameter. */
    public String value(String name) {
        return given.getOrDefault(name, "");
    }

    /** Whether it is not the list of the day. */
    public boolean isNarrowed() {
        return !given.isEmpty();
    }

    /** The same promises elsewhere: as a file, as JSON. */
    public String address(String path) {
        return QueryString.address(path, given);
    }

    /** The same on another page of the list. */
    public String address(int other) {
        Map<String, String> all = new LinkedHashMap<>(given);
        if (other > 1) {
            all.put("page", Integer.toString(other));
        }
        return QueryString.address("/promises", all);
    }
}
