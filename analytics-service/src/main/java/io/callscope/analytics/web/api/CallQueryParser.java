package io.callscope.analytics.web.api;

import io.callscope.analytics.search.CallField;
import io.callscope.analytics.search.CallFilter;
import io.callscope.analytics.search.Criterion;
import io.callscope.analytics.search.MarkField;
import io.callscope.analytics.search.Paging;
import io.callscope.analytics.talk.TalkFigure;
import io.callscope.analytics.web.Labels;
import io.callscope.analytics.web.api.CallQuery.Refused;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.model.call.Party;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a filter out of an address. An empty value is no value, as forms send it. Immutable, thread-safe. */
public final class CallQueryParser {
    private static final int DEFAULT_SIZE = 50;

    private static final Map<String, CallField> CALL_FIELDS = Map.ofEntries(
            Map.entry("state", CallField.STATE),
            Map.entry("language", CallField.LANGUAGE),
            Map.entry("team", CallField.TEAM),
            Map.entry("queue", CallField.QUEUE),
            Map.entry("product", CallField.PRODUCT),
            Map.entry("direction", CallField.DIRECTION),
            Map.entry("customer", CallField.CUSTOMER),
            Map.entry("id", CallField.CALL_ID),
            Map.entry("reason", CallField.REASON),
            Map.entry("resolution", CallField.RESOLUTION),
            Map.entry("verdict", CallField.VERDICT),
            Map.entry("cause", CallField.CAUSE));

    private static final Map<String, MarkField> MARK_FIELDS = Map.of(
            "force", MarkField.FORCE,
            "code", MarkField.CODE,
            "polarity", MarkField.POLARITY,
            "stage", MarkField.STAGE,
            "owner", MarkField.OWNER);

    private final Labels labels;
    private final ZoneId site;
    private final Clock clock;

    public CallQueryParser(Labels labels, ZoneId site, Clock clock) {
        this.labels = labels;
        this.site = site;
        this.clock = clock;
    }

    /** Every parameter that narrows a list, in its fixed order, and the size of a page. */
    public List<String> names() {
        return parameters().names();
    }

    /** With the codes and rules that are in force at this moment. */
    private CallParameters parameters() {
        return new CallParameters(labels);
    }

    /**
     * @param address the parameters; unknown ones are left alone
     * @throws ProblemException naming the parameter, its value and what was expected
     */
    public CallQuery parse(Map<String, List<String>> address) {
        return query(parameters().read(address, null), page(address));
    }

    /**
     * The same for a filter that was kept: what does not fit any more is left out.
     *
     * @param refused takes what was left out
     */
    public CallQuery parseKept(Map<String, List<String>> kept, List<Refused> refused) {
        Map<String, List<String>> given = parameters().read(kept, refused);
        try {
            return query(given, 1);
        } catch (ProblemException contradiction) {
            String name = contradiction.parameter();
            Map<String, List<String>> rest = new LinkedHashMap<>(given);
            List<String> values = rest.remove(name);
            if (values == null) {
                throw contradiction;
            }
            values.forEach(value -> refused.add(new Refused(name, value)));
            return parseKept(rest, refused);
        }
    }

    private static int page(Map<String, List<String>> address) {
        List<String> values = address.getOrDefault("page", List.of());
        String value = values.isEmpty() ? "" : values.get(0).strip();
        if (value.isEmpty()) {
            return 1;
        }
        ParameterCheck.number(1, 1_000_000).check("page", value);
        return Integer.parseInt(value);
    }

    private CallQuery query(Map<String, List<String>> given, int page) {
        Given values = new Given(given);
        int size = values.is("size") ? Integer.parseInt(values.one("size")) : DEFAULT_SIZE;
        return new CallQuery(new CallFilter(criteria(values)), new Paging(page, size), given);
    }

    private List<Criterion> criteria(Given given) {
        List<Criterion> criteria = new ArrayList<>();
        if (given.is("text")) {
            criteria.add(
                    new Criterion.Said(given.one("text"), given.is("party") ? Party.ofId(given.one("party")) : null));
        }
        addPeriod(given, criteria);
        addFlags(given, criteria);
        addMarks(given, criteria);
        if (given.is("signal")) {
            criteria.add(new Criterion.Heard(given.all("signal")));
        }
        given.values().keySet().forEach(name -> {
            CallField field = CALL_FIELDS.get(name);
            if (field != null) {
                criteria.add(new Criterion.Is(field, given.all(name)));
            }
        });
        addFacts(given, criteria);
        return criteria;
    }

    private void addPeriod(Given given, List<Criterion> criteria) {
        LocalDate first = given.is("from") ? LocalDate.parse(given.one("from")) : null;
        LocalDate last = given.is("to") ? LocalDate.parse(given.one("to")) : null;
        if (given.is("period")) {
            if (first != null || last != null) {
                throw bad("period", given.one("period"), "expected.period-alone");
            }
            LocalDate today = LocalDate.now(clock.withZone(site));
            Period period = Period.ofId(given.one("period"));
            first = period.first(today);
            last = period.last(today);
        }
        if (first != null && last != null && last.isBefore(first)) {
            throw bad("to", last.toString(), "expected.not-before", first.toString());
        }
        if (first != null || last != null) {
            criteria.add(new Criterion.Began(startOf(first), startOf(last == null ? null : last.plusDays(1))));
        }
    }

    private static void addFlags(Given given, List<Criterion> criteria) {
        if (given.is("flagged")) {
            criteria.add(new Criterion.Flagged(Boolean.parseBoolean(given.one("flagged"))));
        }
        if (given.is("priority")) {
            criteria.add(new Criterion.Urgency(
                    given.all("priority").stream().map(Integer::valueOf).collect(Collectors.toSet())));
        }
        if (given.is("card")) {
            criteria.add(new Criterion.OnCard(given.all("card")));
        }
        if (given.is("rule")) {
            criteria.add(new Criterion.FlaggedBy(given.all("rule")));
        }
    }

    private static void addMarks(Given given, List<Criterion> criteria) {
        Map<MarkField, Set<String>> values = new EnumMap<>(MarkField.class);
        MARK_FIELDS.forEach((name, field) -> {
            if (given.is(name)) {
                values.put(field, given.all(name));
            }
        });
        int severity = given.is("severity") ? Integer.parseInt(given.one("severity")) : 0;
        if (!values.isEmpty() || severity > 0) {
            criteria.add(new Criterion.Marked(values, severity));
        }
    }

    private static void addFacts(Given given, List<Criterion> criteria) {
        if (given.is("repeat")) {
            criteria.add(new Criterion.SaysRepeat(Boolean.parseBoolean(given.one("repeat"))));
        }
        if (given.is("audio")) {
            criteria.add(new Criterion.HasAudio(Boolean.parseBoolean(given.one("audio"))));
        }
        if (given.is("agent")) {
            criteria.add(new Criterion.AgentLike(given.all("agent")));
        }
        if (given.is("durationFrom") || given.is("durationTo")) {
            criteria.add(lasted(given));
        }
        for (TalkFigure figure : TalkFigure.values()) {
            if (given.is(figure.id())) {
                criteria.add(new Criterion.Talks(figure, Integer.parseInt(given.one(figure.id()))));
            }
        }
        Map<String, Set<String>> attributes = new LinkedHashMap<>();
        for (String attribute : given.all("attribute")) {
            int border = attribute.indexOf('=');
            attributes
                    .computeIfAbsent(attribute.substring(0, border), name -> new LinkedHashSet<>())
                    .add(attribute.substring(border + 1));
        }
        attributes.forEach((name, values) -> criteria.add(new Criterion.Attribute(name, values)));
    }

    private static Criterion lasted(Given given) {
        Duration from = given.is("durationFrom") ? ParameterCheck.durationOf(given.one("durationFrom")) : null;
        Duration to = given.is("durationTo") ? ParameterCheck.durationOf(given.one("durationTo")) : null;
        if (from != null && to != null && to.compareTo(from) < 0) {
            throw bad("durationTo", given.one("durationTo"), "expected.not-shorter", given.one("durationFrom"));
        }
        return new Criterion.Lasted(from, to);
    }

    private @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(site).toInstant();
    }

    private static ProblemException bad(String name, String value, String expected, String... arguments) {
        return ProblemException.badParameter(name, value, Expected.of(expected, arguments));
    }

    /** What an address gave. */
    private record Given(Map<String, List<String>> values) {
        boolean is(String name) {
            return values.containsKey(name);
        }

        String one(String name) {
            return values.getOrDefault(name, List.of()).get(0);
        }

        Set<String> all(String name) {
            return new LinkedHashSet<>(values.getOrDefault(name, List.of()));
        }
    }
}
