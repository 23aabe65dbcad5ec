package io.callscope.analytics.promises;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.store.JdbiShownAnalysis;
import io.callscope.analytics.store.StoredCalls.StoredCall;
import java.time.Instant;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Renewed promises in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiRenewedPromises implements RenewedPromises {
    private static final String FINISH = """
            INSERT INTO promises_read (reading, finished_at) VALUES (:reading, :at)
            ON CONFLICT (one) DO UPDATE SET reading = excluded.reading, finished_at = excluded.finished_at
            """;

    private final Jdbi jdbi;
    private final JdbiPromiseMaker maker;

    public JdbiRenewedPromises(DataSource dataSource, JdbiPromiseMaker maker) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.maker = Objects.requireNonNull(maker, "maker");
    }

    @Override
    public String finished() {
        return SqlFailures.translating(
                () -> jdbi.withHandle(handle -> handle.createQuery("SELECT reading FROM promises_read")
                        .mapTo(String.class)
                        .findOne()
                        .orElse("")));
    }

    @Override
    public void finish(String reading, Instant at) {
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createUpdate(FINISH)
                .bind("reading", reading)
                .bind("at", Columns.time(at))
                .execute()));
    }

    @Override
    public boolean renew(StoredCall call) {
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            if (!JdbiShownAnalysis.held(handle, call)) {
                return false;
            }
            maker.keep(handle, call.transcribed(), call.analysis());
            return true;
        }));
    }
}
