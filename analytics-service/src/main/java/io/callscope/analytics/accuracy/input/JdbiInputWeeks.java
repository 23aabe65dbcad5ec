package io.callscope.analytics.accuracy.input;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.store.JdbiSimulatedCalls;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/**
 * The weeks' counts in PostgreSQL: of weeks with reviews that count, and of the last one that is over. As long as nothing
 * is reviewed nothing is counted. A week is counted by one process at a time. Thread-safe; the data source belongs to the
 * caller.
 */
public final class JdbiInputWeeks implements InputWeeks {
    /** Sets this advisory lock apart from any other part's. */
    private static final int LOCK = 40_001;

    /** Calls of a week that are counted: more would make no change visible that matters. */
    private static final int SAMPLE = 5_000;

    /** Weeks before these are forgotten. */
    private static final int KEPT_WEEKS = 30;

    private static final String NEEDED = """
            WITH reviewed AS (
                SELECT DISTINCT s.week FROM sample_plans s
                WHERE s.week >= :oldest AND s.week <= :last AND EXISTS (
                    SELECT 1 FROM reviews r WHERE r.plan_id = s.plan_id AND r.seat = 'first' AND r.blind)),
            needed AS (
                SELECT week FROM reviewed UNION SELECT CAST(:last AS date) WHERE EXISTS (SELECT 1 FROM reviewed)),
            held AS (
                SELECT n.week, count(c.call_id) AS calls, max(c.analyzed_at) AS newest
                FROM needed n LEFT JOIN calls c ON c.state = 'analyzed'
                    AND c.listed_at >= CAST(n.week AS timestamp) AT TIME ZONE :zone
                    AND c.listed_at < (CAST(n.week AS timestamp) + interval '7 days') AT TIME ZONE :zone
                GROUP BY n.week)
            SELECT h.week, h.calls, h.newest FROM held h LEFT JOIN input_weeks_counted k USING (week)
            WHERE k.week IS NULL OR k.zone <> :zone OR k.calls <> h.calls OR k.newest IS DISTINCT FROM h.newest
            ORDER BY h.week DESC LIMIT 1
            """;

    private static final String COUNT = """
            INSERT INTO input_weeks (week, simulated, team, agent, feature, bin, calls, total)
            WITH listed AS (
                SELECT call_id, %s AS simulated,
                    hashtextextended(call_id, 0) AS lot
                FROM calls c WHERE listed_at >= :from AND listed_at < :to AND state = 'analyzed'
            ), drawn AS (
                SELECT call_id, simulated, row_number() OVER (PARTITION BY simulated ORDER BY lot, call_id) AS place
                FROM listed
            ), chosen AS MATERIALIZED (
                SELECT d.simulated, coalesce(c.team, '') AS team, coalesce(c.agent_id, '') AS agent, c.call_id,
                    c.version_key, c.verdict, c.language, c.queue, c.direction, c.contact_reason, c.overtalk_ratio,
                    c.talk_ratio, c.duration_ms / 60000.0 AS minutes,
                    CAST(c.dead_air_ms AS double precision) / nullif(c.duration_ms, 0) AS silence,
                    (SELECT sum(u.confidence * (u.end_ms - u.start_ms)) / nullif(sum(u.end_ms - u.start_ms), 0)
                    FROM utterances u WHERE u.call_id = c.call_id AND u.transcript_hash = c.transcript_hash
                        AND u.confidence IS NOT NULL) AS recognition,
                    CASE WHEN c.verdict = 'judged' THEN (SELECT count(*) FROM marks m WHERE m.call_id = c.call_id
                        AND m.version_key = c.version_key AND m.polarity = 'barrier') END AS barriers
                FROM drawn d JOIN calls c USING (call_id) WHERE d.place <= :sample
            ), observed AS (
                SELECT c.simulated, c.team, c.agent, o.feature, o.bin, o.measure
                FROM chosen c CROSS JOIN LATERAL (VALUES
                    ('recognition', CAST(width_bucket(c.recognition, :recognition) AS text), c.recognition),
                    ('length', CAST(width_bucket(CAST(c.minutes AS double precision), :length) AS text),
                        CAST(c.minutes AS double precision)),
                    ('silence', CAST(width_bucket(c.silence, :silence) AS text), c.silence),
                    ('overtalk', CAST(width_bucket(c.overtalk_ratio, :overtalk) AS text), c.overtalk_ratio),
                    ('talk', CAST(width_bucket(c.talk_ratio, :talk) AS text), c.talk_ratio),
                    ('barriers', CAST(width_bucket(CAST(c.barriers AS double precision), :barriers) AS text),
                        CAST(c.barriers AS double precision)),
                    ('language', coalesce(c.language, ''), NULL),
                    ('queue', coalesce(c.queue, ''), NULL),
                    ('direction', coalesce(c.direction, ''), NULL),
                    ('verdict', c.verdict, NULL),
                    ('reason', CASE WHEN c.verdict = 'judged' THEN
                        CASE c.contact_reason WHEN 'other' THEN 'other' ELSE 'known' END END, NULL)
                ) AS o (feature, bin, measure)
                WHERE o.bin IS NOT NULL
                UNION ALL
                SELECT c.simulated, c.team, c.agent, 'criterion.' || e.scorecard || '.' || a.criterion, a.answer, NULL
                FROM chosen c JOIN evaluations e ON e.call_id = c.call_id AND e.current
                JOIN evaluation_answers a ON a.call_id = e.call_id AND a.scorecard = e.scorecard
                    AND a.version_key = e.version_key AND a.analysis_key = e.analysis_key
                WHERE a.answer <> 'unscored'
            )
            SELECT CAST(:week AS date), simulated, team, agent, feature, bin, count(*), sum(measure)
            FROM observed GROUP BY simulated, team, agent, feature, bin
            """.formatted(JdbiSimulatedCalls.IS_SIMULATED);

    private static final String COUNTED = """
            INSERT INTO input_weeks_counted (week, zone, calls, newest, counted_at)
            VALUES (:week, :zone, :calls, :newest, :at)
            ON CONFLICT (week) DO UPDATE SET zone = excluded.zone, calls = excluded.calls, newest = excluded.newest,
                counted_at = excluded.counted_at
            """;

    private final Jdbi jdbi;
    private final ZoneId site;

    /** @param site whose weeks plans are made for */
    public JdbiInputWeeks(DataSource dataSource, ZoneId site) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.site = Objects.requireNonNull(site, "site");
    }

    private record Stale(
            LocalDate week, long calls, @Nullable Instant newest) {}

    @Override
    public boolean countOne(Instant now) {
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            boolean alone = handle.createQuery("SELECT pg_try_advisory_xact_lock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Boolean.class)
                    .one();
            Optional<Stale> stale = alone ? stale(handle, now) : Optional.empty();
            stale.ifPresent(week -> count(handle, week, now));
            return stale.isPresent();
        }));
    }

    private Optional<Stale> stale(Handle handle, Instant now) {
        LocalDate last = lastOver(now);
        return handle.createQuery(NEEDED)
                .bind("last", last)
                .bind("oldest", last.minusWeeks(KEPT_WEEKS))
                .bind("zone", site.getId())
                .map((row, context) -> new Stale(
                        row.getObject("week", LocalDate.class), row.getLong("calls"), Columns.instant(row, "newest")))
                .findOne();
    }

    private LocalDate lastOver(Instant now) {
        return Weeks.mondayOf(LocalDate.ofInstant(now, site)).minusWeeks(1);
    }

    private void count(Handle handle, Stale stale, Instant now) {
        LocalDate week = stale.week();
        handle.createUpdate("DELETE FROM input_weeks WHERE week = :week OR week < :oldest")
                .bind("week", week)
                .bind("oldest", lastOver(now).minusWeeks(KEPT_WEEKS))
                .execute();
        OffsetDateTime from = week.atStartOfDay(site).toOffsetDateTime();
        OffsetDateTime to = week.plusWeeks(1).atStartOfDay(site).toOffsetDateTime();
        Update count = handle.createUpdate(COUNT)
                .bind("week", week)
                .bind("from", from)
                .bind("to", to)
                .bind("sample", SAMPLE);
        for (InputFeature feature : InputFeature.values()) {
            if (feature.isMeasured()) {
                count.bindArray(feature.id(), Double.class, List.copyOf(feature.edges()));
            }
        }
        count.execute();
        handle.createUpdate(COUNTED)
                .bind("week", week)
                .bind("zone", site.getId())
                .bind("calls", stale.calls())
                .bind("newest", Columns.time(stale.newest()))
                .bind("at", Columns.time(now))
                .execute();
    }
}
