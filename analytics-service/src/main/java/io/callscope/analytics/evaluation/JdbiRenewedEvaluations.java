package io.callscope.analytics.evaluation;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.store.JdbiShownAnalysis;
import io.callscope.analytics.store.StoredCalls.StoredCall;
import java.time.Instant;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Renewed evaluations in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiRenewedEvaluations implements RenewedEvaluations {
    private static final String FINISHED = "SELECT scorecards FROM evaluated_by";

    private static final String FINISH = """
            INSERT INTO evaluated_by (scorecards, finished_at) VALUES (:scorecards, :at)
            ON CONFLICT (one) DO UPDATE SET scorecards = excluded.scorecards, finished_at = excluded.finished_at
            """;

    private final Jdbi jdbi;
    private final JdbiEvaluationMaker maker;

    public JdbiRenewedEvaluations(DataSource dataSource, JdbiEvaluationMaker maker) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.maker = Objects.requireNonNull(maker, "maker");
    }

    @Override
    public String finished() {
        return SqlFailures.translating(() -> jdbi.withHandle(handle ->
                handle.createQuery(FINISHED).mapTo(String.class).findOne().orElse("")));
    }

    @Override
    public void finish(String scorecards, Instant at) {
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createUpdate(FINISH)
                .bind("scorecards", scorecards)
                .bind("at", Columns.time(at))
                .execute()));
    }

    @Override
    public boolean renew(StoredCall call, Instant at) {
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            if (!JdbiShownAnalysis.held(handle, call)) {
                return false;
            }
            maker.evaluate(handle, call.transcribed(), call.analysis(), at);
            return true;
        }));
    }
}
