package io.callscope.analytics.overview;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.store.CallEntry;
import io.callscope.analytics.store.EntryMapper;
import io.callscope.analytics.store.VisibleCalls;
import io.callscope.analytics.users.TeamScope;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Failed calls in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiFailedCalls implements FailedCalls {
    private static final EntryMapper ENTRIES = new EntryMapper();
    private static final String FAILED = "c.state = 'failed'";

    private final Jdbi jdbi;

    public JdbiFailedCalls(DataSource dataSource) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
    }

    @Override
    public Page find(Filter filter, int limit, long offset, TeamScope scope) {
        return SqlFailures.translating(() -> jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            Conditions conditions = conditions(filter, scope);
            long total = conditions
                    .bindTo(handle.createQuery("SELECT count(*) FROM calls c " + conditions.where()))
                    .mapTo(Long.class)
                    .one();
            List<FailedCall> calls = conditions
                    .bindTo(handle.createQuery("SELECT c.* FROM calls c " + conditions.where()
                            + " ORDER BY c.failed_at DESC, c.call_id LIMIT :limit OFFSET :offset"))
                    .bind("limit", limit)
                    .bind("offset", offset)
                    .map(ENTRIES)
                    .stream()
                    .flatMap(JdbiFailedCalls::failed)
                    .toList();
            return new Page(calls, total, byReason(handle, scope));
        }));
    }

    private static Conditions conditions(Filter filter, TeamScope scope) {
        Conditions conditions = VisibleCalls.to(scope).add(FAILED);
        if (filter.step() != null) {
            conditions.add("c.failed_stage = %s", filter.step());
        }
        if (filter.reason() != null) {
            conditions.add("c.failed_reason = %s", filter.reason());
        }
        return conditions;
    }

    /** Failed calls by step and reason, most first. */
    static List<Stuck.Failed> byReason(Handle handle, TeamScope scope) {
        Conditions conditions = VisibleCalls.to(scope).add(FAILED);
        return conditions
                .bindTo(handle.createQuery("SELECT c.failed_stage, c.failed_reason, count(*) AS calls FROM calls c "
                        + conditions.where()
                        + " GROUP BY c.failed_stage, c.failed_reason ORDER BY calls DESC, 1, 2"))
                .map((row, context) -> new Stuck.Failed(
                        Columns.required(row, "failed_stage"),
                        Columns.required(row, "failed_reason"),
                        row.getLong("calls")))
                .list();
    }

    private static Stream<FailedCall> failed(CallEntry entry) {
        CallEntry.Failure failure = entry.failure();
        return failure == null
                ? Stream.empty()
                : Stream.of(new FailedCall(entry.callId(), entry.metadata(), failure, entry.audio() != null));
    }
}
