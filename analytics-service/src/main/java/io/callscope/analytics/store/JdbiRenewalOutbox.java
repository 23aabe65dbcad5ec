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

/** The outbox in PostgreSQL: renewed calls without a time of publication. Thread-safe. */
public final class JdbiRenewalOutbox implements RenewalOutbox {
    private static final int BATCH = 100;

    private final Jdbi jdbi;
    private final CallQueries queries = new CallQueries();
    private final AnalysisStore analyses = new AnalysisStore();

    /** The data source belongs to the caller. */
    public JdbiRenewalOutbox(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    }

    /** Within the transaction that stores the analysis. */
    static void append(Handle handle, CallAnalyzed analyzed, Renewals.Renewal renewal) {
        handle.createUpdate("""
                        INSERT INTO renewed_calls (reanalysis_id, call_id, version_key, before_key, renewed_at)
                        VALUES (:reanalysis, :call, :version, :before, :at)
                        ON CONFLICT (reanalysis_id, call_id) DO UPDATE SET version_key = excluded.version_key,
                            before_key = excluded.before_key, renewed_at = excluded.renewed_at, published_at = NULL
                        """)
                .bind("reanalysis", renewal.reanalysis())
                .bind("call", analyzed.callId().value())
                .bind("version", analyzed.analysis().versions().key())
                .bind("before", renewal.seen())
                .bind("at", Columns.time(analyzed.analyzedAt()))
                .execute();
    }

    private record Waiting(long reanalysis, CallId callId) {}

    @Override
    public List<Pending> pending() {
        return SqlFailures.translating(
                () -> jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, this::pending));
    }

    private List<Pending> pending(Handle handle) {
        List<Waiting> waiting = handle.createQuery("""
                        SELECT reanalysis_id, call_id FROM renewed_calls WHERE published_at IS NULL
                        ORDER BY renewed_at, call_id LIMIT :batch
                        """)
                .bind("batch", BATCH)
                .map((row, context) ->
                        new Waiting(row.getLong("reanalysis_id"), new CallId(Columns.required(row, "call_id"))))
                .list();
        List<Pending> pending = new ArrayList<>();
        for (Waiting one : waiting) {
            current(handle, one.callId()).ifPresent(analyzed -> pending.add(new Pending(one.reanalysis(), analyzed)));
        }
        return pending;
    }

    private Optional<CallAnalyzed> current(Handle handle, CallId callId) {
        return queries.entry(handle, callId).flatMap(entry -> {
            AnalysisSummary summary = entry.analysis();
            CallMetadata metadata = entry.metadata();
            Instant at = entry.analyzedAt();
            if (summary == null || metadata == null || at == null) {
                return Optional.empty();
            }
            return analyses.read(handle, callId, summary.versionKey())
                    .map(stored -> new CallAnalyzed(callId, metadata, stored.analysis(), at));
        });
    }

    @Override
    public void published(Pending pending, Instant at) {
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE renewed_calls SET published_at = :at
                        WHERE reanalysis_id = :reanalysis AND call_id = :call
                        """)
                .bind("at", Columns.time(at))
                .bind("reanalysis", pending.reanalysis())
                .bind("call", pending.analyzed().callId().value())
                .execute()));
    }
}
