package io.callscope.analytics.forces;

import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.requests.Competitors;
import io.callscope.analytics.requests.JdbiRequestDays;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The days' counts in PostgreSQL, and the weeks' that they add up to; requests are counted with them. A day is counted by
 * one process at a time; what is known of its changes is taken off the queue before its calls are read, so that a call
 * that comes meanwhile has it counted again. Thread-safe; the data source belongs to the caller.
 */
public final class JdbiForceDays implements ForceDays {
    /** Sets this advisory lock apart from any other part's. */
    private static final int LOCK = 27_001;

    private static final String EVERYTHING_AGAIN = """
            INSERT INTO force_queue (listed_at)
            SELECT DISTINCT date_trunc('hour', listed_at) FROM calls
            WHERE version_key IS NOT NULL AND listed_at IS NOT NULL
            """;

    private static final String OLDEST =
            "SELECT CAST(min(listed_at) AT TIME ZONE :zone AS date) AS day FROM force_queue WHERE entry_id <= :until";

    private static final String TAKE = "DELETE FROM force_queue WHERE listed_at >= :from AND listed_at < :to";

    /** One row of a call for each of its marks; a call counts once in each group. */
    private static final String COUNT = """
            INSERT INTO force_days (day, queue, team, kind, polarity, force, stage, code, owner, calls, severe)
            WITH chosen AS MATERIALIZED (
                SELECT call_id, version_key, queue, team, verdict, repeat_said FROM calls
                WHERE listed_at >= :from AND listed_at < :to AND state = 'analyzed' AND verdict <> 'no-live-customer'
            ), judged AS (
                SELECT * FROM chosen WHERE verdict = 'judged'
            ), marked AS (
                SELECT j.queue, j.team, j.call_id, m.polarity, m.force, m.stage, m.code, m.owner, m.severity
                FROM judged j JOIN marks m USING (call_id, version_key)
            ), grouped AS (
                SELECT queue, team, grouping(force, stage, code, owner) AS level, polarity, force, stage, code, owner,
                    count(DISTINCT call_id) AS calls, count(DISTINCT call_id) FILTER (WHERE severity = 3) AS severe
                FROM marked
                GROUP BY queue, team, polarity, GROUPING SETS
                    ((), (force), (stage), (force, stage), (force, code), (force, stage, code, owner), (owner))
            ), signs AS (
                SELECT queue, team, call_id, 'repeat-said' AS sign FROM judged WHERE repeat_said
                UNION ALL
                SELECT j.queue, j.team, j.call_id, s.signal FROM judged j JOIN signals s USING (call_id, version_key)
                UNION ALL
                SELECT j.queue, j.team, j.call_id, 'repeat-linked' FROM judged j JOIN contacts o USING (call_id)
                WHERE o.position > 1
                UNION ALL
                SELECT j.queue, j.team, j.call_id, 'transferred' FROM judged j JOIN contacts o USING (call_id)
                WHERE o.calls > 1
            )
            SELECT CAST(:day AS date), queue, team, CASE verdict WHEN 'judged' THEN 'calls' ELSE 'unjudged' END,
                '', '', '', '', '', count(*), 0
            FROM chosen GROUP BY queue, team, CASE verdict WHEN 'judged' THEN 'calls' ELSE 'unjudged' END
            UNION ALL
            SELECT CAST(:day AS date), queue, team,
                CASE level WHEN 15 THEN 'any' WHEN 7 THEN 'force' WHEN 11 THEN 'stage' WHEN 3 THEN 'cell'
                    WHEN 5 THEN 'code' WHEN 0 THEN 'gap' ELSE 'owner' END,
                polarity, coalesce(force, ''), coalesce(stage, ''), coalesce(code, ''), coalesce(owner, ''), calls,
                severe
            FROM grouped
            UNION ALL
            SELECT CAST(:day AS date), queue, team, 'sign', '', '', '', sign, '', count(DISTINCT call_id), 0
            FROM signs GROUP BY queue, team, sign
            """;

    private static final String ADD_UP = """
            INSERT INTO force_weeks (week, level, queue, team, kind, polarity, force, stage, code, owner, calls, severe)
            SELECT CAST(:monday AS date), 3 - grouping(queue, team), queue, team, kind, polarity, force, stage, code, owner,
                sum(calls), sum(severe)
            FROM force_days WHERE day >= :monday AND day < CAST(:monday AS date) + 7
            GROUP BY kind, polarity, force, stage, code, owner, GROUPING SETS ((), (queue), (team), (queue, team))
            """;

    private final Jdbi jdbi;
    private final JdbiRequestDays requests;

    /** Nobody is counted by name. */
    public JdbiForceDays(DataSource dataSource) {
        this(dataSource, Competitors.none());
    }

    /** @param competitors who is counted by name when customers speak of competitors */
    public JdbiForceDays(DataSource dataSource, Competitors competitors) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.requests = new JdbiRequestDays(competitors);
    }

    @Override
    public void in(ZoneId site) {
        SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            int changed = handle.createUpdate("""
                            INSERT INTO force_zone (zone) VALUES (:zone) ON CONFLICT (one)
                            DO UPDATE SET zone = excluded.zone WHERE force_zone.zone <> excluded.zone
                            """).bind("zone", site.getId()).execute();
            boolean renamed = requests.isNew(handle);
            return changed == 0 && !renamed ? 0 : everythingAgain(handle);
        }));
    }

    private int everythingAgain(Handle handle) {
        handle.execute("DELETE FROM force_days");
        handle.execute("DELETE FROM force_weeks");
        requests.clear(handle);
        return handle.execute(EVERYTHING_AGAIN);
    }

    @Override
    public long newestChange() {
        return SqlFailures.translating(
                () -> jdbi.withHandle(handle -> handle.createQuery("SELECT coalesce(max(entry_id), 0) FROM force_queue")
                        .mapTo(Long.class)
                        .one()));
    }

    @Override
    public boolean countOne(long until) {
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            boolean alone = handle.createQuery("SELECT pg_try_advisory_xact_lock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Boolean.class)
                    .one();
            Optional<ZoneId> zone = handle.createQuery("SELECT zone FROM force_zone")
                    .mapTo(String.class)
                    .findOne()
                    .map(ZoneId::of);
            if (!alone || zone.isEmpty()) {
                return false;
            }
            Optional<LocalDate> day = handle.createQuery(OLDEST)
                    .bind("zone", zone.get().getId())
                    .bind("until", until)
                    .map((row, context) -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
                    .one();
            day.ifPresent(oldest -> count(handle, oldest, zone.get()));
            return day.isPresent();
        }));
    }

    private void count(Handle handle, LocalDate day, ZoneId zone) {
        var from = day.atStartOfDay(zone).toOffsetDateTime();
        var to = day.plusDays(1).atStartOfDay(zone).toOffsetDateTime();
        handle.createUpdate(TAKE).bind("from", from).bind("to", to).execute();
        handle.createUpdate("DELETE FROM force_days WHERE day = :day")
                .bind("day", day)
                .execute();
        handle.createUpdate(COUNT)
                .bind("day", day)
                .bind("from", from)
                .bind("to", to)
                .execute();
        requests.count(handle, day, from, to);
        addUp(handle, Weeks.mondayOf(day));
        requests.addUp(handle, Weeks.mondayOf(day));
    }

    /** A week is added up with each of its days, so that a report never reads days. */
    private static void addUp(Handle handle, LocalDate monday) {
        handle.createUpdate("DELETE FROM force_weeks WHERE week = :monday")
                .bind("monday", monday)
                .execute();
        handle.createUpdate(ADD_UP).bind("monday", monday).execute();
    }
}
