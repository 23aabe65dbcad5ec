package io.callscope.standalone.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * Fills an empty database with made-up calls, many in a statement and without the indexes of words, which are built when
 * everything is there. Calls are spread over the time up to now. Not thread-safe.
 */
final class CallFiller {
    private static final int BATCH = 1_000;
    private static final int WORKERS = 2;
    private static final long SEED = 17;

    private static final List<String> TABLES =
            List.of("calls", "transcripts", "utterances", "analyses", "marks", "signals", "flags");

    private static final String INDEXES_OF_WORDS = """
            SELECT indexname, indexdef FROM pg_indexes
            WHERE schemaname = current_schema() AND tablename IN ('transcripts', 'utterances') AND indexdef LIKE '%gin%'
            """;

    private final DataSource database;
    private final Instant now;
    private final CallShape shape;

    CallFiller(DataSource database, Instant now, CallShape shape) {
        this.database = database;
        this.now = now;
        this.shape = shape;
    }

    /** What follows when the calls are there, such as the cards of a queue. */
    interface Afterwards {
        void fill(DataSource database) throws SQLException;
    }

    void fill(int calls, List<Afterwards> afterwards) throws SQLException, InterruptedException {
        List<String> indexes = dropIndexesOfWords();
        insert(calls);
        try (Connection connection = Patience.of(database.getConnection());
                Statement statement = connection.createStatement()) {
            statement.execute("SET maintenance_work_mem = '256MB'");
            for (String index : indexes) {
                statement.execute(index);
            }
        }
        for (Afterwards one : afterwards) {
            one.fill(database);
        }
        try (Connection connection = Patience.of(database.getConnection());
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("VACUUM ANALYZE " + table);
            }
        }
    }

    private List<String> dropIndexesOfWords() throws SQLException {
        List<String> definitions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Connection connection = Patience.of(database.getConnection());
                Statement statement = connection.createStatement()) {
            try (ResultSet indexes = statement.executeQuery(INDEXES_OF_WORDS)) {
                while (indexes.next()) {
                    names.add(indexes.getString(1));
                    definitions.add(indexes.getString(2));
                }
            }
            for (String name : names) {
                statement.execute("DROP INDEX " + name);
            }
        }
        return definitions;
    }

    private void insert(int calls) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<?>> batches = new ArrayList<>();
            for (int from = 0; from < calls; from += BATCH) {
                int first = from;
                batches.add(workers.submit(() -> {
                    insert(first, Math.min(first + BATCH, calls), calls);
                    return null;
                }));
            }
            for (Future<?> batch : batches) {
                batch.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the database could not be filled", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private void insert(int from, int to, int calls) throws SQLException {
        CallRows rows = new CallRows(now);
        for (int number = from; number < to; number++) {
            rows.add(MadeUpCall.of(number, calls, shape, SEED));
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            rows.send(connection);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
