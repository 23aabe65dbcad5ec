package io.callscope.analytics.store;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/** An outbox in PostgreSQL: rows without a time of publication. Thread-safe; the data source belongs to the caller. */
public final class JdbiAnalysisOutbox implements AnalysisOutbox {
    private static final int BATCH = 100;

    private final Jdbi jdbi;
    private final String waiting;
    private final String done;
    private final CallQueries queries = new CallQueries();
    private final AnalysisStore analyses = new AnalysisStore();

    private JdbiAnalysisOutbox(DataSource dataSource, String waiting, String done) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        this.waiting = waiting;
        this.done = done;
    }

    /** Of calls whose parties were exchanged: a later exchange takes those before along. */
    public static JdbiAnalysisOutbox ofSwaps(DataSource dataSource) {
        return new JdbiAnalysisOutbox(dataSource, """
                SELECT number, call_id FROM party_corrections WHERE published_at IS NULL
                ORDER BY at, call_id, number LIMIT :batch
                """, """
                UPDATE party_corrections SET published_at = :at
                WHERE call_id = :call AND number <= :number AND published_at IS NULL
                """);
    }

    /** Of calls that were heard again. */
    public static JdbiAnalysisOutbox ofRenewals(DataSource dataSource) {
        return new JdbiAnalysisOutbox(
                dataSource,
                """
                SELECT reanalysis_id AS number, call_id FROM renewed_calls WHERE published_at IS NULL
                ORDER BY renewed_at, call_id LIMIT :batch
                """,
                "UPDATE renewed_calls SET published_at = :at WHERE call_id = :call AND reanalysis_id = :number");
    }

    private record Waiting(long number, CallId callId) {}

    @Override
    public List<Pending> pending() {
        return SqlFailures.translating(
                () -> jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, this::pending));
    }

    private List<Pending> pending(Handle handle) {
        List<Waiting> rows = handle.createQuery(waiting)
                .bind("batch", BATCH)
                .map((row, context) -> new Waiting(row.getLong("number"), new CallId(Columns.required(row, "call_id"))))
                .list();
        List<Pending> pending = new ArrayList<>();
        for (Waiting one : rows) {
            current(handle, one.callId()).ifPresent(analyzed -> pending.add(new Pending(one.number(), analyzed)));
        }
        return pending;
    }

    private Optional<CallAnalyzed> current(Handle handle, CallId callId) {
        return queries.entry(handle, callId).flatMap(entry -> {
            AnalysisSummary summary = entry.analysis();
            CallMetadata metadata = entry.metadata();
            if (summary == null || metadata == null) {
                return Optional.empty();
            }
            return analyses.read(handle, callId, summary.versionKey())
                    .map(stored -> new CallAnalyzed(callId, metadata, stored.analysis(), analyzedAt(entry)));
        });
    }

    /** When it became the current one: an exchange that is taken back shows an older analysis again. */
    private static Instant analyzedAt(CallEntry entry) {
        Instant at = entry.analyzedAt();
        return at == null ? Instant.EPOCH : at;
    }

    @Override
    public void published(Pending pending, Instant at) {
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createUpdate(done)
                .bind("at", Columns.time(at))
                .bind("call", pending.analyzed().callId().value())
                .bind("number", pending.number())
                .execute()));
    }
}
