package io.callscope.analytics.store;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.store.CallDetail.StoredAnalysis;
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

/** The outbox in PostgreSQL: corrections without a time of publication. Thread-safe. */
public final class JdbiSwapOutbox implements SwapOutbox {
    private static final int BATCH = 100;

    private final Jdbi jdbi;
    private final CallQueries queries = new CallQueries();
    private final AnalysisStore analyses = new AnalysisStore();

    /** The data source belongs to the caller. */
    public JdbiSwapOutbox(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    }

    /** A correction that waits. */
    private record Waiting(CallId callId, int number) {}

    @Override
    public List<Pending> pending() {
        return SqlFailures.translating(
                () -> jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, this::pending));
    }

    private List<Pending> pending(Handle handle) {
        List<Waiting> waiting = handle.createQuery("""
                        SELECT call_id, number FROM party_corrections WHERE published_at IS NULL
                        ORDER BY at, call_id, number LIMIT :batch
                        """)
                .bind("batch", BATCH)
                .map((row, context) -> new Waiting(new CallId(Columns.required(row, "call_id")), row.getInt("number")))
                .list();
        List<Pending> pending = new ArrayList<>();
        for (Waiting one : waiting) {
            current(handle, one.callId())
                    .ifPresent(analyzed -> pending.add(new Pending(one.callId(), one.number(), analyzed)));
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
                    .map(StoredAnalysis::analysis)
                    .map(analysis -> new CallAnalyzed(callId, metadata, analysis, analyzedAt(entry)));
        });
    }

    /** When it became the current one: an exchange that is taken back shows an older analysis again. */
    private static Instant analyzedAt(CallEntry entry) {
        Instant at = entry.analyzedAt();
        return at == null ? Instant.EPOCH : at;
    }

    @Override
    public void published(Pending pending, Instant at) {
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE party_corrections SET published_at = :at
                        WHERE call_id = :id AND number <= :number AND published_at IS NULL
                        """)
                .bind("at", Columns.time(at))
                .bind("id", pending.callId().value())
                .bind("number", pending.correction())
                .execute()));
    }
}
