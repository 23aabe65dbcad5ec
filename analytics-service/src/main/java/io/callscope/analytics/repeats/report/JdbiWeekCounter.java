package io.callscope.analytics.repeats.report;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Counts whole weeks of contacts in PostgreSQL. A week is counted by one process at a time; what is known of its changes
 * is taken off the queue before its contacts are read, so that one that comes meanwhile has it counted again. Thread-safe;
 * the data source belongs to the caller.
 */
public final class JdbiWeekCounter implements WeekCounter {
    /** Sets this advisory lock apart from any other part's. */
    private static final int LOCK = 29_001;

    private static final String EVERYTHING_AGAIN = """
            INSERT INTO repeat_week_queue (started_at)
            SELECT DISTINCT date_bin('15 minutes', started_at, '2000-01-01 00:00:00+00') FROM contacts
            """;

    private static final String OLDEST = """
            SELECT CAST(min(started_at) AT TIME ZONE :zone AS date) AS day FROM repeat_week_queue
            WHERE started_at < :before
            """;

    private static final String TAKE = "DELETE FROM repeat_week_queue WHERE started_at >= :from AND started_at < :to";

    /** As a whole, by each column, by each two, and by all five. */
    private static final String LEVELS = """
            (), (c.queue), (c.team), (c.contact_reason), (c.product), (c.stage),
            (c.queue, c.team), (c.queue, c.contact_reason), (c.queue, c.product), (c.queue, c.stage),
            (c.team, c.contact_reason), (c.team, c.product), (c.team, c.stage),
            (c.contact_reason, c.product), (c.contact_reason, c.stage), (c.product, c.stage),
            (c.queue, c.team, c.contact_reason, c.product, c.stage)
            """;

    private static final String LEVEL =
            "31 - grouping(c.queue, c.team, c.contact_reason, c.product, c.stage), c.queue, c.team,"
                    + " c.contact_reason, c.product, c.stage";

    private static final String COUNT =
            "INSERT INTO repeat_weeks (week, level, queue, team, contact_reason, product, stage, " + JdbiTallies.COLUMNS
                    + ") SELECT CAST(:week AS date), " + LEVEL + ", " + JdbiTallies.OF_CLOSED + """
            FROM contacts c WHERE c.started_at >= :from AND c.started_at < :to
            GROUP BY GROUPING SETS (%s)
            """.formatted(LEVELS);

    private static final String COUNT_CAUSES = """
            INSERT INTO repeat_week_causes (week, level, queue, team, contact_reason, product, stage, cause, cause_owner,
                cause_basis, repeats, handle_ms)
            SELECT CAST(:week AS date), %s, c.cause, c.cause_owner, c.cause_basis, count(*), sum(c.handle_ms)
            FROM contacts c WHERE c.started_at >= :from AND c.started_at < :to AND c.cause IS NOT NULL
            GROUP BY GROUPING SETS (%s), c.cause, c.cause_owner, c.cause_basis
            """.formatted(LEVEL, LEVELS);

    private final Jdbi jdbi;

    public JdbiWeekCounter(DataSource dataSource) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
    }

    @Override
    public void in(ZoneId site) {
        SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            int changed = handle.createUpdate("""
                            INSERT INTO repeat_week_zone (zone) VALUES (:zone) ON CONFLICT (one)
                            DO UPDATE SET zone = excluded.zone WHERE repeat_week_zone.zone <> excluded.zone
                            """).bind("zone", site.getId()).execute();
            return changed == 0 ? 0 : everythingAgain(handle);
        }));
    }

    private static int everythingAgain(Handle handle) {
        handle.execute("DELETE FROM repeat_weeks");
        handle.execute("DELETE FROM repeat_week_causes");
        return handle.execute(EVERYTHING_AGAIN);
    }

    @Override
    public boolean countOne(Instant closed) {
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            boolean alone = handle.createQuery("SELECT pg_try_advisory_xact_lock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Boolean.class)
                    .one();
            Optional<ZoneId> zone = zone(handle);
            return alone && zone.isPresent() && countOldest(handle, closed, zone.get());
        }));
    }

    /** Where weeks begin and end; empty when nobody has said yet. */
    static Optional<ZoneId> zone(Handle handle) {
        return handle.createQuery("SELECT zone FROM repeat_week_zone")
                .mapTo(String.class)
                .findOne()
                .map(ZoneId::of);
    }

    private static boolean countOldest(Handle handle, Instant closed, ZoneId zone) {
        Instant before = Weeks.until(closed.atZone(zone).toLocalDate(), 1, zone).from();
        Optional<LocalDate> day = handle.createQuery(OLDEST)
                .bind("zone", zone.getId())
                .bind("before", Columns.requiredTime(before))
                .map((row, context) -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
                .one();
        day.ifPresent(oldest -> count(handle, Weeks.until(oldest, 1, zone)));
        return day.isPresent();
    }

    private static void count(Handle handle, Weeks week) {
        var from = Columns.requiredTime(week.from());
        var to = Columns.requiredTime(week.to());
        handle.createUpdate(TAKE).bind("from", from).bind("to", to).execute();
        for (String table : new String[] {"repeat_weeks", "repeat_week_causes"}) {
            handle.createUpdate("DELETE FROM " + table + " WHERE week = :week")
                    .bind("week", week.first())
                    .execute();
        }
        for (String count : new String[] {COUNT, COUNT_CAUSES}) {
            handle.createUpdate(count)
                    .bind("week", week.first())
                    .bind("from", from)
                    .bind("to", to)
                    .execute();
        }
    }
}
