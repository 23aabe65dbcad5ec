package io.callscope.analytics.database;

import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** What the planner knows of tables. Thread-safe; the data source belongs to the caller. */
public final class TableStatistics {
    private final Jdbi jdbi;

    public TableStatistics(DataSource dataSource) {
        this.jdbi = Jdbi.create(Objects.requireNonNull(dataSource, "dataSource"));
    }

    /**
     * Renews it. For whoever has just written thousands of rows: until the server does so by itself, which takes it a
     * minute or so, reports over them take seconds instead of milliseconds.
     */
    public void renew() {
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.execute("ANALYZE")));
    }
}
