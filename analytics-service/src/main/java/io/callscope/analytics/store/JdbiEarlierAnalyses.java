package io.callscope.analytics.store;

import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.CallId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Analyses of all versions in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiEarlierAnalyses implements EarlierAnalyses {
    private static final int MOST = 50;

    private final Jdbi jdbi;
    private final AnalysisStore analyses = new AnalysisStore();

    public JdbiEarlierAnalyses(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    }

    private record Key(String version, boolean current) {}

    @Override
    public List<Version> of(CallId callId, TeamScope scope) {
        return SqlFailures.translating(() -> jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> keys(handle, callId, scope).stream()
                        .map(key -> analyses.read(handle, callId, key.version())
                                .map(stored -> new Version(stored.analysis(), stored.analyzedAt(), key.current())))
                        .flatMap(Optional::stream)
                        .toList()));
    }

    private static List<Key> keys(Handle handle, CallId callId, TeamScope scope) {
        Conditions conditions = VisibleCalls.to(scope).add("c.call_id = %s", callId.value());
        return conditions
                .bindTo(handle.createQuery(
                        """
                        SELECT a.version_key, a.version_key IS NOT DISTINCT FROM c.version_key AS current
                        FROM calls c JOIN analyses a USING (call_id)
                        """ + conditions.where() + " ORDER BY current DESC, a.analyzed_at DESC, a.version_key LIMIT "
                                + MOST))
                .map((row, context) -> new Key(row.getString("version_key"), row.getBoolean("current")))
                .list();
    }
}
