package io.callscope.analytics.llm.parked;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.store.VisibleCalls;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.CallId;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The list in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiParkedList implements ParkedList {
    private static final String FROM = " FROM parked_calls p JOIN calls c USING (call_id) ";

    private final Jdbi jdbi;
    private final Clock clock;

    public JdbiParkedList(DataSource dataSource, Clock clock) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        this.clock = clock;
    }

    @Override
    public Page find(Filter filter, int limit, long offset, TeamScope scope) {
        return SqlFailures.translating(() -> jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            Conditions conditions = conditions(filter, scope);
            long total = conditions
                    .bindTo(handle.createQuery("SELECT count(*)" + FROM + conditions.where()))
                    .mapTo(Long.class)
                    .one();
            List<Entry> calls = conditions
                    .bindTo(handle.createQuery("SELECT p.*, c.started_at" + FROM + conditions.where()
                            + " ORDER BY p.since, p.call_id LIMIT :limit OFFSET :offset"))
                    .bind("limit", limit)
                    .bind("offset", offset)
                    .map((row, context) -> new Entry(
                            new CallId(Columns.required(row, "call_id")),
                            Columns.instant(row, "started_at"),
                            Columns.required(row, "failure"),
                            Columns.required(row, "detail"),
                            Columns.requiredInstant(row, "since"),
                            row.getInt("times"),
                            Columns.requiredInstant(row, "parked_at"),
                            Columns.instant(row, "asked_at")))
                    .list();
            return new Page(calls, total, byReason(handle, scope));
        }));
    }

    private static Conditions conditions(Filter filter, TeamScope scope) {
        Conditions conditions = VisibleCalls.to(scope);
        if (filter.reason() != null) {
            conditions.add("p.failure = %s", filter.reason());
        }
        if (filter.call() != null) {
            conditions.add("p.call_id = %s", filter.call().value());
        }
        return conditions;
    }

    private static List<ByReason> byReason(Handle handle, TeamScope scope) {
        Conditions conditions = VisibleCalls.to(scope);
        return conditions
                .bindTo(handle.createQuery(
                        "SELECT p.failure, count(*) AS calls, min(p.since) AS oldest, count(p.asked_at) AS asked" + FROM
                                + conditions.where() + " GROUP BY p.failure ORDER BY calls DESC, 1"))
                .map((row, context) -> new ByReason(
                        Columns.required(row, "failure"),
                        row.getLong("calls"),
                        Columns.requiredInstant(row, "oldest"),
                        row.getLong("asked")))
                .list();
    }

    @Override
    public List<CallId> ask(Filter filter, int limit, TeamScope scope) {
        Conditions conditions = conditions(filter, scope);
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery("UPDATE parked_calls SET asked_at = coalesce(asked_at, :now)"
                        + " WHERE call_id IN (SELECT p.call_id" + FROM + conditions.where()
                        + " ORDER BY p.since, p.call_id LIMIT :limit FOR UPDATE OF p) RETURNING call_id"))
                .bind("now", Columns.requiredTime(clock.instant()))
                .bind("limit", limit)
                .mapTo(String.class)
                .map(CallId::new)
                .list()));
    }
}
