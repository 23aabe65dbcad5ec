package io.callscope.analytics.promises;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.database.PgText;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.store.VisibleCalls;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Promises in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiPromises implements Promises {
    private static final int WEEKS = 4;

    private static final String LIST = """
            SELECT f.*, count(*) OVER () AS total, count(*) FILTER (WHERE f.state = 'overdue') OVER () AS overdue,
                max(f.customers) OVER () AS all_customers
            FROM (SELECT %s, dense_rank() OVER (ORDER BY coalesce(c.customer_key, c.call_id)) AS customers %s %s) f
            """;

    private static final String WEEKS_BY_STATE = """
            SELECT CAST(date_trunc('week', timezone(:zone, term_at)) AS date) AS monday, count(*) AS promises,
                count(*) FILTER (WHERE state = 'kept') AS kept, count(*) FILTER (WHERE state = 'late') AS late,
                count(*) FILTER (WHERE state = 'broken') AS broken, count(*) FILTER (WHERE state = 'overdue') AS overdue,
                count(*) FILTER (WHERE state = 'open') AS open, count(*) FILTER (WHERE state = 'cancelled') AS cancelled,
                count(*) FILTER (WHERE state = 'unknown') AS unknown
            FROM (SELECT p.term_at, %s AS state %s %s) ended GROUP BY 1 ORDER BY 1 DESC
            """;

    private static final String STANDING = """
            SELECT closing_id FROM promise_closings WHERE promise_id = :promise AND undone_at IS NULL
                AND (outcome, happened_at, who, note) = (:outcome, :happened, :who, :note)
            """;

    private static final String UNDO = """
            UPDATE promise_closings SET undone_at = :now, undone_by = :login
            WHERE promise_id = :promise AND undone_at IS NULL
            """;

    private static final String CLOSE = """
            INSERT INTO promise_closings (promise_id, outcome, happened_at, who, note, by_login, at)
            VALUES (:promise, :outcome, :happened, :who, :note, :login, :now)
            """;

    private final Jdbi jdbi;
    private final PromiseSettings settings;
    private final ZoneId zone;

    /**
     * @param zone of the site, whose weeks are counted
     */
    public JdbiPromises(DataSource dataSource, PromiseSettings settings, ZoneId zone) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        this.settings = Objects.requireNonNull(settings, "settings");
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    @Override
    public PromiseList list(PromiseFilter filter, TeamScope scope, Instant now) {
        PromiseState state = filter.state();
        boolean toCall = state == null || state.isToCall();
        Conditions conditions = VisibleCalls.to(scope)
                .add("p.heard")
                .add("p.term_at > %s", Columns.requiredTime(now.minus(settings.follow())));
        if (filter.before() != null) {
            conditions.add("p.term_at < %s", Columns.requiredTime(filter.before()));
        }
        if (filter.kind() != null) {
            conditions.add("p.kind = %s", filter.kind().id());
        }
        if (filter.team() != null) {
            conditions.add("c.team = %s", filter.team());
        }
        if (filter.queue() != null) {
            conditions.add("c.queue = %s", filter.queue());
        }
        // the state is no column: it is asked of what the conditions leave
        conditions.add(
                "(" + JdbiPromiseRows.STATE + ") = ANY(%s)",
                state == null ? new String[] {"open", "overdue"} : new String[] {state.id()});
        String sql = LIST.formatted(JdbiPromiseRows.SELECTED, JdbiPromiseRows.FROM, conditions.where())
                + (toCall
                        ? "ORDER BY f.state <> 'overdue', f.term_at, f.promise_id"
                        : "ORDER BY f.term_at DESC, f.promise_id")
                + " LIMIT :most OFFSET :from";
        List<Row> rows = SqlFailures.translating(() -> jdbi.withHandle(
                handle -> JdbiPromiseRows.at(conditions.bindTo(handle.createQuery(sql)), settings.grace(), now)
                        .bind("most", filter.most())
                        .bind("from", filter.from())
                        .map((row, context) -> new Row(
                                JdbiPromiseRows.promise(row),
                                row.getLong("total"),
                                row.getLong("all_customers"),
                                row.getLong("overdue")))
                        .list()));
        Row any = rows.isEmpty() ? null : rows.get(0);
        return new PromiseList(
                rows.stream().map(Row::promise).toList(),
                any == null ? 0 : any.total(),
                any == null ? 0 : any.customers(),
                any == null ? 0 : any.overdue());
    }

    /** A promise with what is counted over all that the filter leaves. */
    private record Row(FollowedPromise promise, long total, long customers, long overdue) {}

    @Override
    public Optional<FollowedPromise> one(long number, TeamScope scope, Instant now) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> find(handle, number, scope, now)));
    }

    private Optional<FollowedPromise> find(Handle handle, long number, TeamScope scope, Instant now) {
        Conditions conditions = VisibleCalls.to(scope).add("p.heard").add("p.promise_id = %s", number);
        return JdbiPromiseRows.at(
                        conditions.bindTo(handle.createQuery("SELECT " + JdbiPromiseRows.SELECTED + " "
                                + JdbiPromiseRows.FROM + conditions.where())),
                        settings.grace(),
                        now)
                .map((row, context) -> JdbiPromiseRows.promise(row))
                .findOne();
    }

    @Override
    public List<PromiseWeek> weeks(TeamScope scope, Instant now) {
        LocalDate first = now.atZone(zone)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(WEEKS - 1L);
        Conditions conditions = VisibleCalls.ofTeams(scope)
                .add("p.heard")
                .add(
                        "p.term_at >= %s",
                        Columns.requiredTime(first.atStartOfDay(zone).toInstant()))
                .add("p.term_at <= :now");
        String sql = WEEKS_BY_STATE.formatted(JdbiPromiseRows.STATE, JdbiPromiseRows.FROM, conditions.where());
        return SqlFailures.translating(() -> jdbi.withHandle(
                handle -> JdbiPromiseRows.at(conditions.bindTo(handle.createQuery(sql)), settings.grace(), now)
                        .bind("zone", zone.getId())
                        .map((row, context) -> week(row))
                        .list()));
    }

    private static PromiseWeek week(ResultSet row) throws SQLException {
        return new PromiseWeek(
                row.getObject("monday", LocalDate.class),
                row.getLong("promises"),
                row.getLong("kept"),
                row.getLong("late"),
                row.getLong("broken"),
                row.getLong("overdue"),
                row.getLong("open"),
                row.getLong("cancelled"),
                row.getLong("unknown"));
    }

    @Override
    public Optional<Boolean> close(long number, Closing closing, User who, Instant now) {
        return changing(number, who, now, handle -> {
            boolean same = handle.createQuery(STANDING)
                    .bind("promise", number)
                    .bind("outcome", closing.outcome().id())
                    .bind("happened", Columns.time(closing.happenedAt()))
                    .bind("who", PgText.clean(closing.who()))
                    .bind("note", PgText.clean(closing.note()))
                    .mapTo(Long.class)
                    .findOne()
                    .isPresent();
            if (same) {
                return false;
            }
            undo(handle, number, who, now);
            handle.createUpdate(CLOSE)
                    .bind("promise", number)
                    .bind("outcome", closing.outcome().id())
                    .bind("happened", Columns.time(closing.happenedAt()))
                    .bind("who", PgText.clean(closing.who()))
                    .bind("note", PgText.clean(closing.note()))
                    .bind("login", who.login())
                    .bind("now", Columns.time(now))
                    .execute();
            return true;
        });
    }

    @Override
    public Optional<Boolean> reopen(long number, User who, Instant now) {
        return changing(number, who, now, handle -> undo(handle, number, who, now) > 0);
    }

    private static int undo(Handle handle, long number, User who, Instant now) {
        return handle.createUpdate(UNDO)
                .bind("promise", number)
                .bind("login", who.login())
                .bind("now", Columns.time(now))
                .execute();
    }

    /** Does something to a promise that he sees, alone; whether it is overdue is looked at again. */
    private Optional<Boolean> changing(long number, User who, Instant now, Predicate<Handle> change) {
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            handle.createQuery("SELECT promise_id FROM promises WHERE promise_id = :promise FOR UPDATE")
                    .bind("promise", number)
                    .mapTo(Long.class)
                    .findOne();
            if (find(handle, number, who.scope(), now).isEmpty()) {
                return Optional.empty();
            }
            boolean changed = change.test(handle);
            if (changed) {
                handle.createUpdate("UPDATE promises SET raised = NULL WHERE promise_id = :promise AND NOT raised")
                        .bind("promise", number)
                        .execute();
            }
            return Optional.of(changed);
        }));
    }
}
