package io.callscope.analytics.overview;

import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.users.TeamScope;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Counts in PostgreSQL. Nothing older than this week is read, except what still waits or has failed. Thread-safe; the
 * data source belongs to the caller.
 */
public final class JdbiOverviews implements Overviews {
    private final Jdbi jdbi;

    public JdbiOverviews(DataSource dataSource) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
    }

    @Override
    public Overview read(Moments at, TeamScope scope) {
        return SqlFailures.translating(() -> jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> new JdbiOverviewReading(handle, at, scope).overview()));
    }
}
