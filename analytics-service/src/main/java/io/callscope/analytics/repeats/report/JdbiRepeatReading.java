package io.callscope.analytics.repeats.report;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.repeats.RepeatCause.Basis;
import io.callscope.analytics.repeats.report.RepeatNumbers.Counted;
import io.callscope.analytics.repeats.report.RepeatNumbers.OfCause;
import io.callscope.analytics.store.VisibleCalls;
import io.callscope.analytics.users.TeamScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One moment's counts of contacts. Lives within one transaction. */
final class JdbiRepeatReading {
    /** Weeks that the trend shows. */
    static final int TREND = 12;

    private static final int MOST_CROWDS = 10;
    /** Enough for {@link Causes} to choose from when finer causes share a line. */
    private static final int PAIRS = 3;

    private static final int MOST_WAITING = 10_000;

    private static final String LINKABLE = "c.judged AND c.has_issue AND c.standing = 'linkable'";
    private static final String BEGUN = LINKABLE + " AND c.position = 1 AND NOT c.said AND c.started_at <= :observed";

    private static final String TALLY = """
            count(*) FILTER (WHERE c.judged) AS contacts,
            count(*) FILTER (WHERE NOT c.judged) AS unjudged,
            count(*) FILTER (WHERE c.judged AND c.said) AS said,
            count(*) FILTER (WHERE %1$s) AS linkable,
            count(*) FILTER (WHERE c.position > 1) AS linked,
            count(*) FILTER (WHERE c.position > 1 AND c.said) AS both_signals,
            count(*) FILTER (WHERE %1$s AND c.said) AS said_linkable,
            count(*) FILTER (WHERE c.standing = 'anonymous') AS anonymous,
            count(*) FILTER (WHERE c.standing = 'crowded') AS crowded,
            count(*) FILTER (WHERE %2$s) AS issues,
            count(*) FILTER (WHERE %2$s AND NOT c.repeated) AS solved,
            coalesce(sum(c.handle_ms), 0) AS handle_ms,
            coalesce(sum(c.handle_ms) FILTER (WHERE c.said OR c.position > 1), 0) AS repeat_ms
            """.formatted(LINKABLE, BEGUN);

    private static final String WEEKLY = "SELECT width_bucket(c.started_at, CAST(:mondays AS timestamptz[])) AS week, "
            + TALLY + " FROM contacts c %s GROUP BY week";

    private static final String LINES =
            "SELECT grouping(c.queue, c.team, c.contact_reason, c.product, c.stage) AS split, "
                    + "coalesce(c.queue, c.team, c.contact_reason, c.product, c.stage) AS value, " + TALLY + """
            FROM contacts c %s
            GROUP BY GROUPING SETS ((c.queue), (c.team), (c.contact_reason), (c.product), (c.stage))
            ORDER BY contacts DESC, value
            """;

    /** {@code grouping} sets the bit of every column that a row is not grouped by, the last column's lowest. */
    private static final Map<Integer, Split> SPLITS = Map.of(
            0b01111, Split.QUEUE,
            0b10111, Split.TEAM,
            0b11011, Split.REASON,
            0b11101, Split.PRODUCT,
            0b11110, Split.STAGE);

    /** The linearised variance of a ratio over customers (Cochran 1977, 6.3 and 9A.2), beside that of a simple share. */
    private static final String EFFECT = """
            SELECT previous, sum(n) AS n, sum(x) AS x, sum(n * n) AS nn, sum(x * x) AS xx, sum(n * x) AS nx
            FROM (SELECT c.started_at < :from AS previous, count(*) AS n,
                    count(*) FILTER (WHERE c.said OR c.position > 1) AS x
                FROM contacts c %s GROUP BY previous, coalesce(c.customer_key, c.call_id)) AS customers
            GROUP BY previous
            """;

    private static final String CAUSES = """
            SELECT c.started_at < :from AS previous, c.cause, c.cause_owner, c.cause_basis, count(*) AS repeats,
                sum(c.handle_ms) AS handle_ms
            FROM contacts c %s GROUP BY previous, c.cause, c.cause_owner, c.cause_basis
            ORDER BY previous, c.cause, c.cause_owner, c.cause_basis
            """;

    /** Where the cause is said before where it is only known; the newest first. */
    private static final String PAIRS_TO_HEAR = """
            SELECT p.cause, p.cause_owner, p.trigger_id, p.earlier_at, p.call_id, p.started_at,
                (SELECT CAST(a.repeat_contact -> 'evidence' -> 0 ->> 'startMs' AS bigint)
                    FROM calls k JOIN analyses a USING (call_id, version_key) WHERE k.call_id = p.call_id) AS later_ms,
                (SELECT CAST(s.evidence -> 0 ->> 'startMs' AS bigint)
                    FROM calls k JOIN signals s USING (call_id, version_key)
                    WHERE k.call_id = p.trigger_id AND s.signal = 'promise-made' ORDER BY s.place LIMIT 1) AS earlier_ms
            FROM (SELECT c.cause, c.cause_owner, c.trigger_id, e.started_at AS earlier_at, c.call_id, c.started_at,
                    row_number() OVER (PARTITION BY c.cause, c.cause_owner
                        ORDER BY c.cause_basis = 'said' DESC, c.started_at DESC, c.call_id) AS place
                FROM contacts c JOIN contacts e ON e.call_id = c.trigger_id %s) AS p
            WHERE p.place <= :pairs ORDER BY p.cause, p.place, p.cause_owner
            """;

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

    JdbiRepeatReading(Handle handle, Weeks weeks, RepeatFilter filter, TeamScope scope, Instant now, Duration window) {
        this.handle = handle;
        this.weeks = weeks;
        this.filter = filter;
        this.scope = scope;
        this.now = now;
        this.window = window;
    }

    RepeatNumbers numbers() {
        Map<Boolean, Double> effects = effects();
        return new RepeatNumbers(
                weekly(),
                effects.getOrDefault(false, 1.0),
                effects.getOrDefault(true, 1.0),
                lines(),
                causes(),
                pairs(),
                crowds(),
                oldest(),
                waiting(),
                simulated());
    }

    /** Contacts that may be seen and are asked for, from some moment to another. */
    private Conditions contacts(Instant from, Instant to) {
        Conditions conditions = VisibleCalls.to(scope)
                .add("c.started_at >= %s", Columns.requiredTime(from))
                .add("c.started_at < %s", Columns.requiredTime(to));
        narrow(conditions, "c.queue", filter.queue());
        narrow(conditions, "c.team", filter.team());
        narrow(conditions, "c.contact_reason", filter.reason());
        narrow(conditions, "c.product", filter.product());
        narrow(conditions, "c.stage", filter.stage());
        return conditions;
    }

    private static void narrow(Conditions conditions, String column, @Nullable String value) {
        if (value != null) {
            conditions.add(column + " = %s", value);
        }
    }

    private Conditions selected() {
        return contacts(weeks.from(), weeks.to());
    }

    private Conditions withPrevious() {
        return contacts(weeks.before().from(), weeks.to());
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
        Weeks trend = trend();
        List<LocalDate> mondays = trend.mondays();
        Map<LocalDate, Tally> weekly = new TreeMap<>();
        mondays.forEach(monday -> weekly.put(monday, Tally.NOTHING));
        Conditions conditions = contacts(trend.from(), trend.to());
        conditions
                .bindTo(handle.createQuery(WEEKLY.formatted(conditions.where())))
                .bindArray("mondays", String.class, starts(mondays))
                .bind("observed", Columns.time(observed()))
                .map((row, context) -> weekly.put(mondays.get(row.getInt("week") - 1), tally(row)))
                .list();
        return weekly;
    }

    private List<String> starts(List<LocalDate> mondays) {
        return mondays.stream()
                .map(monday -> monday.atStartOfDay(weeks.zone()).toInstant().toString())
                .toList();
    }

    /** Contacts after it can still be repeated. */
    private Instant observed() {
        return now.minus(window);
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("contacts"),
                row.getLong("unjudged"),
                row.getLong("said"),
                row.getLong("linkable"),
                row.getLong("linked"),
                row.getLong("both_signals"),
                row.getLong("said_linkable"),
                row.getLong("anonymous"),
                row.getLong("crowded"),
                row.getLong("issues"),
                row.getLong("solved"),
                row.getLong("handle_ms"),
                row.getLong("repeat_ms"));
    }

    private Map<Split, List<Counted>> lines() {
        Map<Split, List<Counted>> lines = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            lines.put(split, new ArrayList<>());
        }
        Conditions conditions = selected();
        conditions
                .bindTo(handle.createQuery(LINES.formatted(conditions.where())))
                .bind("observed", Columns.time(observed()))
                .map((row, context) -> {
                    Split split = SPLITS.get(row.getInt("split"));
                    return split != null
                            && lines.computeIfAbsent(split, one -> new ArrayList<>())
                                    .add(new Counted(row.getString("value"), tally(row)));
                })
                .list();
        return lines;
    }

    private Map<Boolean, Double> effects() {
        Map<Boolean, Double> effects = new HashMap<>();
        Conditions conditions = withPrevious().add("c.judged");
        conditions
                .bindTo(handle.createQuery(EFFECT.formatted(conditions.where())))
                .bind("from", Columns.time(weeks.from()))
                .map((row, context) -> effects.put(row.getBoolean("previous"), effect(row)))
                .list();
        return effects;
    }

    private static double effect(ResultSet row) throws SQLException {
        double n = row.getDouble("n");
        double share = row.getDouble("x") / n;
        double simple = share * (1 - share) * n;
        double clustered = row.getDouble("xx") - 2 * share * row.getDouble("nx") + share * share * row.getDouble("nn");
        return simple <= 0 ? 1 : Math.max(1, clustered / simple);
    }

    private List<OfCause> causes() {
        Conditions conditions = withPrevious().add("c.cause IS NOT NULL");
        return conditions
                .bindTo(handle.createQuery(CAUSES.formatted(conditions.where())))
                .bind("from", Columns.time(weeks.from()))
                .map((row, context) -> new OfCause(
                        row.getBoolean("previous"),
                        Columns.required(row, "cause"),
                        row.getString("cause_owner"),
                        Basis.ofId(Columns.required(row, "cause_basis")),
                        row.getLong("repeats"),
                        row.getLong("handle_ms")))
                .list();
    }

    private List<Pair> pairs() {
        Conditions conditions = selected().add("c.cause IS NOT NULL");
        if (!scope.everyTeam()) {
            conditions.add("e.team = ANY(%s)", scope.teams().toArray(String[]::new));
        }
        return conditions
                .bindTo(handle.createQuery(PAIRS_TO_HEAR.formatted(conditions.where())))
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
        Conditions conditions = selected().add("c.standing = 'crowded'");
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

    /** By the index over attributes, so that it costs nothing where there are none. */
    private boolean simulated() {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM calls WHERE attributes @> '{\"simulated\": \"true\"}')")
                .mapTo(Boolean.class)
                .one();
    }

    private long waiting() {
        return handle.createQuery("SELECT count(*) FROM (SELECT 1 FROM repeat_queue LIMIT :most) AS waiting")
                .bind("most", MOST_WAITING)
                .mapTo(Long.class)
                .one();
    }
}
