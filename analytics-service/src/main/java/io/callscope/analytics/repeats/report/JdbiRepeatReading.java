package io.callscope.analytics.repeats.report;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.repeats.report.RepeatNumbers.Counted;
import io.callscope.analytics.repeats.report.RepeatNumbers.OfCause;
import io.callscope.analytics.store.JdbiSimulatedCalls;
import io.callscope.analytics.users.TeamScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One moment's counts of contacts. Lives within one transaction. */
final class JdbiRepeatReading {
    /** Weeks that the trend shows. */
    static final int TREND = 12;

    private static final int MOST_CROWDS = 10;
    /** Enough for {@link Causes} to choose from when finer causes share a line. */
    static final int PAIRS = 3;

    private static final int MOST_WAITING = 10_000;

    /** Contacts on which the design effect is measured, about. */
    private static final int SAMPLE = 40_000;

    private static final int SLICES = 1024;

    private static final Comparator<Counted> MOST_CONTACTS = Comparator.comparing(
                    (Counted line) -> line.tally().contacts())
            .reversed()
            .thenComparing(Counted::value, Comparator.nullsLast(Comparator.naturalOrder()));

    /** The linearised variance of a ratio over customers (Cochran 1977, 6.3 and 9A.2), beside that of a simple share. */
    private static final String EFFECT = """
            SELECT sum(n) AS n, sum(x) AS x, sum(n * n) AS nn, sum(x * x) AS xx, sum(n * x) AS nx
            FROM (SELECT count(*) AS n, count(*) FILTER (WHERE c.said OR c.position > 1) AS x
                FROM contacts c %s GROUP BY c.customer_mark) AS customers
            """;

    /** Where the cause is said before where it is only known; the newest first. */
    private static final String PAIRS_TO_HEAR = """
            SELECT p.cause, p.cause_owner, p.trigger_id, p.earlier_at, p.call_id, p.started_at,
                (SELECT CAST(a.repeat_contact -> 'evidence' -> 0 ->> 'startMs' AS bigint)
                    FROM calls k JOIN analyses a USING (call_id, version_key) WHERE k.call_id = p.call_id) AS later_ms,
                (SELECT CAST(s.evidence -> 0 ->> 'startMs' AS bigint)
                    FROM calls k JOIN signals s USING (call_id, version_key)
                    WHERE k.call_id = p.trigger_id AND s.signal = 'promise-made' ORDER BY s.place LIMIT 1) AS earlier_ms
            FROM unnest(CAST(:causes AS text[]), CAST(:owners AS text[])) AS asked (cause, owner) CROSS JOIN LATERAL (
                SELECT f.*, row_number() OVER (ORDER BY f.is_said DESC, f.started_at DESC, f.call_id) AS place
                FROM ((%1$s AND c.cause_basis = 'said' %2$s) UNION ALL (%1$s AND (c.cause_basis = 'said') IS FALSE %2$s)) AS f
            ) AS p
            WHERE p.place <= :pairs ORDER BY p.cause, p.place, p.cause_owner
            """;

    private static final String PAIR = """
            SELECT c.cause, c.cause_owner, c.trigger_id, e.started_at AS earlier_at, c.call_id, c.started_at,
                c.cause_basis = 'said' AS is_said
            FROM contacts c JOIN contacts e ON e.call_id = c.trigger_id %s
                AND c.cause = asked.cause AND coalesce(c.cause_owner, '') = asked.owner
            """;

    private static final String FIRST_PAIRS = "ORDER BY c.started_at DESC, c.call_id LIMIT :pairs";

    private static final String CROWDS = """
            SELECT (SELECT k.customer_last4 FROM calls k WHERE k.call_id = min(c.call_id)) AS last4, count(*) AS contacts
            FROM contacts c %s GROUP BY c.customer_key ORDER BY contacts DESC, last4 LIMIT :most
            """;

    private final Handle handle;
    private final Weeks weeks;
    private final RepeatFilter filter;
    private final TeamScope scope;
    private final Instant now;
    private final Duration window;
    private final WeekCounts sums;

    JdbiRepeatReading(Handle handle, Weeks weeks, RepeatFilter filter, TeamScope scope, Instant now, Duration window) {
        this.handle = handle;
        this.weeks = weeks;
        this.filter = filter;
        this.scope = scope;
        this.now = now;
        this.window = window;
        this.sums = sums(filter, scope);
    }

    RepeatNumbers numbers() {
        Map<LocalDate, Tally> weekly = weekly();
        List<OfCause> causes = sums.causes(weeks.mondays(), false);
        List<OfCause> all = new ArrayList<>(causes);
        all.addAll(sums.causes(weeks.before().mondays(), true));
        Map<LocalDate, Tally> whole = filter.equals(RepeatFilter.all()) && scope.everyTeam()
                ? weekly
                : sums(RepeatFilter.all(), TeamScope.all()).weekly(trend().mondays());
        return new RepeatNumbers(
                weekly,
                effect(weeks, whole),
                effect(weeks.before(), whole),
                lines(),
                OfCause.added(all),
                pairs(causes),
                crowds(),
                oldest(),
                waiting(),
                JdbiSimulatedCalls.any(handle));
    }

    private WeekCounts sums(RepeatFilter of, TeamScope seen) {
        return new JdbiWeekSums(handle, of, seen, weeks.zone(), now, window);
    }

    private Conditions contacts(Weeks of) {
        return JdbiWeeksOfContacts.contacts(filter, scope, of.from(), of.to());
    }

    /** The newest weeks when the selected ones are among them, else those that end with the selected ones. */
    private Weeks trend() {
        Weeks newest = Weeks.until(now.atZone(weeks.zone()).toLocalDate(), TREND, weeks.zone());
        Weeks last = newest.first().isAfter(weeks.first()) ? Weeks.until(weeks.last(), TREND, weeks.zone()) : newest;
        LocalDate first = last.first().isBefore(weeks.before().first())
                ? last.first()
                : weeks.before().first();
        int count = (int) ((last.last().toEpochDay() + 1 - first.toEpochDay()) / 7);
        return new Weeks(first, count, weeks.zone());
    }

    private Map<LocalDate, Tally> weekly() {
        List<LocalDate> mondays = trend().mondays();
        Map<LocalDate, Tally> weekly = new TreeMap<>();
        mondays.forEach(monday -> weekly.put(monday, Tally.NOTHING));
        weekly.putAll(sums.weekly(mondays));
        return weekly;
    }

    private Map<Split, List<Counted>> lines() {
        Map<Split, List<Counted>> lines = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            lines.put(split, new ArrayList<>());
        }
        sums.parts(weeks.mondays())
                .forEach((part, tally) -> lines.computeIfAbsent(part.split(), one -> new ArrayList<>())
                        .add(new Counted(part.value(), tally)));
        lines.values().forEach(counted -> counted.sort(MOST_CONTACTS));
        return lines;
    }

    /**
     * Measured on all customers, or where there are many on some of them: the figure hardly differs, and the cost is
     * bounded.
     *
     * @param whole the weeks' contacts, also those that are not asked for
     */
    private double effect(Weeks of, Map<LocalDate, Tally> whole) {
        long contacts = of.mondays().stream()
                .mapToLong(monday -> whole.getOrDefault(monday, Tally.NOTHING).contacts())
                .sum();
        Conditions conditions = contacts(of).add("c.judged");
        if (contacts > SAMPLE) {
            int slices = (int) Math.max(1, SLICES * (long) SAMPLE / contacts);
            conditions.add(
                    "c.customer_slice = ANY(%s)",
                    IntStream.range(0, slices).boxed().toArray(Integer[]::new));
        }
        return conditions
                .bindTo(handle.createQuery(EFFECT.formatted(conditions.where())))
                .map((row, context) -> effect(row))
                .one();
    }

    private static double effect(ResultSet row) throws SQLException {
        double n = row.getDouble("n");
        double share = row.getDouble("x") / n;
        double simple = share * (1 - share) * n;
        double clustered = row.getDouble("xx") - 2 * share * row.getDouble("nx") + share * share * row.getDouble("nn");
        return simple > 0 ? Math.max(1, clustered / simple) : 1;
    }

    private List<Pair> pairs(List<OfCause> causes) {
        Conditions conditions = contacts(weeks);
        if (!scope.everyTeam()) {
            conditions.add("e.team = ANY(%s)", scope.teams().toArray(String[]::new));
        }
        String pair = PAIR.formatted(conditions.where());
        Map<List<String>, OfCause> asked = new LinkedHashMap<>();
        causes.forEach(one -> asked.put(List.of(one.cause(), Objects.requireNonNullElse(one.owner(), "")), one));
        return conditions
                .bindTo(handle.createQuery(PAIRS_TO_HEAR.formatted(pair, FIRST_PAIRS)))
                .bindArray(
                        "causes",
                        String.class,
                        asked.keySet().stream().map(one -> one.get(0)).toList())
                .bindArray(
                        "owners",
                        String.class,
                        asked.keySet().stream().map(one -> one.get(1)).toList())
                .bind("pairs", PAIRS)
                .map((row, context) -> new Pair(
                        Columns.required(row, "cause"),
                        row.getString("cause_owner"),
                        Columns.required(row, "trigger_id"),
                        Columns.requiredInstant(row, "earlier_at"),
                        row.getObject("earlier_ms", Long.class),
                        Columns.required(row, "call_id"),
                        Columns.requiredInstant(row, "started_at"),
                        row.getObject("later_ms", Long.class)))
                .list();
    }

    private List<Crowd> crowds() {
        Conditions conditions = contacts(weeks).add("c.standing = 'crowded'");
        return conditions
                .bindTo(handle.createQuery(CROWDS.formatted(conditions.where())))
                .bind("most", MOST_CROWDS)
                .map((row, context) -> new Crowd(row.getString("last4"), row.getLong("contacts")))
                .list();
    }

    private @Nullable Instant oldest() {
        return handle.createQuery("SELECT min(started_at) AS oldest FROM contacts")
                .map((row, context) -> Optional.ofNullable(Columns.instant(row, "oldest")))
                .one()
                .orElse(null);
    }

    private long waiting() {
        return handle.createQuery("SELECT count(*) FROM (SELECT 1 FROM repeat_queue LIMIT :most) AS waiting")
                .bind("most", MOST_WAITING)
                .mapTo(Long.class)
                .one();
    }
}
