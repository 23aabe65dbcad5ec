package io.callscope.analytics.pinned;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.repeats.report.JdbiPairsOfWeeks;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.requests.JdbiHeardOfWeeks;
import io.callscope.analytics.store.JdbiSimulatedCalls;
import io.callscope.model.call.CallId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Calls of which somebody counts on being able to hear them, in PostgreSQL: those with a comment at a second, and those
 * that the reports on repeats and on requests give to hear of weeks that are over. Thread-safe; the data source belongs to
 * the caller.
 */
public final class JdbiCitedCalls implements NeededCalls {
    private static final int MOST = 5_000;

    private static final String CITED = """
            WITH commented AS (
                SELECT DISTINCT call_id FROM comments
                WHERE deleted_at IS NULL AND at_ms IS NOT NULL AND created_at > :since
            )
            SELECT c.call_id FROM (SELECT call_id FROM commented UNION SELECT unnest(CAST(:reported AS text[]))) AS cited
            JOIN calls c USING (call_id) LEFT JOIN commented m USING (call_id)
            WHERE c.audio IS NOT NULL AND NOT %s
            ORDER BY m.call_id IS NULL, c.started_at, c.call_id LIMIT :most
            """.formatted(JdbiSimulatedCalls.IS_SIMULATED);

    private final Jdbi jdbi;
    private final Duration keepCited;
    private final ZoneId zone;

    /** @param zone whose weeks the reports are of */
    public JdbiCitedCalls(DataSource dataSource, PinSettings settings, ZoneId zone) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.keepCited = settings.keepCited();
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    /** Those that somebody commented first, then by age. */
    @Override
    public List<CallId> at(Instant now) {
        return SqlFailures.translating(() -> jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> handle.createQuery(CITED)
                        .bind("since", Columns.time(now.minus(keepCited)))
                        .bindArray(
                                "reported",
                                String.class,
                                reported(handle, now).stream()
                                        .map(CallId::value)
                                        .toList())
                        .bind("most", MOST)
                        .map((row, context) -> new CallId(Columns.required(row, "call_id")))
                        .list()));
    }

    private Set<CallId> reported(Handle handle, Instant now) {
        // a week counts until keepCited after its end
        LocalDate first = Weeks.mondayOf(now.minus(keepCited).atZone(zone).toLocalDate());
        LocalDate running = Weeks.mondayOf(now.atZone(zone).toLocalDate());
        int count = (int) ChronoUnit.WEEKS.between(first, running);
        if (count < 1) {
            return Set.of();
        }
        Weeks weeks = new Weeks(first, count, zone);
        Set<CallId> reported = new HashSet<>(JdbiPairsOfWeeks.of(handle, weeks));
        reported.addAll(JdbiHeardOfWeeks.of(handle, weeks));
        return reported;
    }
}
