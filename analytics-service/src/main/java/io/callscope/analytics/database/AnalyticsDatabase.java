package io.callscope.analytics.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.failure.RetryableException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The pool of connections to the schema {@code analytics}, brought to the newest version. Thread-safe; owns the pool. */
public final class AnalyticsDatabase implements AutoCloseable {
    public static final String SCHEMA = "analytics";

    /** How long a caller waits for a connection before the database counts as away. */
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(10);

    private final HikariDataSource dataSource;

    private AnalyticsDatabase(HikariDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Connects and migrates.
     *
     * @throws RetryableException when the database is away
     */
    public static AnalyticsDatabase open(DatabaseConfig config) {
        HikariDataSource pool = connect(config);
        try {
            SqlFailures.translating(() -> Flyway.configure()
                    .dataSource(pool)
                    .schemas(SCHEMA)
                    .defaultSchema(SCHEMA)
                    .locations("classpath:db/analytics")
                    // numbers are given out before the work is done, so a lower one may come after a higher one
                    .outOfOrder(true)
                    .load()
                    .migrate());
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        return new AnalyticsDatabase(pool);
    }

    private static HikariDataSource connect(DatabaseConfig config) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("analytics");
        hikari.setJdbcUrl(config.url());
        hikari.setUsername(config.user());
        hikari.setPassword(config.password().reveal());
        hikari.setMaximumPoolSize(config.poolSize());
        hikari.setMinimumIdle(1);
        hikari.setSchema(SCHEMA);
        hikari.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        hikari.addDataSourceProperty("ApplicationName", "callscope-analytics");
        // a connection whose server went away without a word must not hold a worker for ever
        hikari.addDataSourceProperty("socketTimeout", "60");
        hikari.addDataSourceProperty("tcpKeepAlive", "true");
        try {
            return new HikariDataSource(hikari);
        } catch (HikariPool.PoolInitializationException e) {
            if (SqlFailures.isRetryable(e)) {
                throw new RetryableException("the database at %s does not answer".formatted(config.url()), e);
            }
            throw e;
        }
    }

    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
