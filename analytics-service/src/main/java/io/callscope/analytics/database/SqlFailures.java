package io.callscope.analytics.database;

import io.callscope.kit.failure.RetryableException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away for now from a statement that will never work. */
public final class SqlFailures {
    /** Serialization failure, deadlock, lock or statement timeout, read-only standby after a failover. */
    private static final Set<String> RETRYABLE_STATES = Set.of("40001", "40P01", "55P03", "57014", "25006");

    /** Connection, resources (disk full, too many connections), operator intervention (shutdown), system error. */
    private static final Set<String> RETRYABLE_CLASSES = Set.of("08", "53", "57", "58");

    private SqlFailures() {}

    /** Runs a statement; what may work later becomes a {@link RetryableException}. */
    public static <T> T translating(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (JdbiException | FlywayException e) {
            if (isRetryable(e)) {
                throw new RetryableException("the database is away or refused for now", e);
            }
            throw e;
        }
    }

    public static boolean isRetryable(@Nullable Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLTransientException) {
                return true;
            }
            if (t instanceof SQLException sql && isRetryableState(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRetryableState(@Nullable String state) {
        return state != null
                && (RETRYABLE_STATES.contains(state)
                        || state.length() == 5 && RETRYABLE_CLASSES.contains(state.substring(0, 2)));
    }
}
