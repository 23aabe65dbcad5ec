package io.callscope.analytics.store;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.store.Overview.Counts;
import io.callscope.analytics.store.Overview.ForceCounts;
import io.callscope.model.analysis.Force;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The counts of the overview. Stateless; works within the caller's transaction. */
final class OverviewQuery {
    private static final String COUNTS = """
            SELECT count(*) AS recorded,
                count(*) FILTER (WHERE transcribed_at IS NOT NULL) AS transcribed,
                count(*) FILTER (WHERE state = 'analyzed') AS analyzed,
                count(*) FILTER (WHERE state = 'failed') AS failed,
                count(*) FILTER (WHERE state IN ('recorded', 'transcribed')) AS waiting,
                count(*) FILTER (WHERE flag_priority IS NOT NULL) AS flagged,
                count(*) FILTER (WHERE arrived_at >= :day) AS recorded_today,
                count(*) FILTER (WHERE transcribed_at >= :day) AS transcribed_today,
                count(*) FILTER (WHERE state = 'analyzed' AND analyzed_at >= :day) AS analyzed_today,
                count(*) FILTER (WHERE state = 'failed' AND failed_at >= :day) AS failed_today,
                count(*) FILTER (WHERE state IN ('recorded', 'transcribed') AND arrived_at >= :day) AS waiting_today,
                count(*) FILTER (WHERE flag_priority IS NOT NULL AND analyzed_at >= :day) AS flagged_today,
                count(*) FILTER (WHERE analyzed_at > :hour AND analyzed_at <= :now) AS analyzed_hour,
                min(arrived_at) FILTER (WHERE state IN ('recorded', 'transcribed')) AS oldest
            FROM calls
            """;

    private static final String FORCES = """
            SELECT force, sum(barriers) AS barriers, sum(drivers) AS drivers, count(*) AS calls
            FROM (SELECT m.force, m.call_id, count(*) FILTER (WHERE m.polarity = 'barrier') AS barriers,
                    count(*) FILTER (WHERE m.polarity = 'driver') AS drivers
                FROM marks m JOIN calls c USING (call_id, version_key)
                WHERE c.verdict = 'judged' GROUP BY m.force, m.call_id) AS by_call
            GROUP BY force
            """;

    Overview read(Handle handle, Instant now, Instant dayStart) {
        Map<Force, ForceCounts> forces = new EnumMap<>(Force.class);
        handle.createQuery(FORCES)
                .map((row, context) -> forces.put(
                        Force.ofId(Columns.required(row, "force")),
                        new ForceCounts(row.getLong("barriers"), row.getLong("drivers"), row.getLong("calls"))))
                .list();
        return handle.createQuery(COUNTS)
                .bind("day", Columns.time(dayStart))
                .bind("hour", Columns.time(now.minus(Duration.ofHours(1))))
                .bind("now", Columns.time(now))
                .map((row, context) -> new Overview(
                        counts(row, ""),
                        counts(row, "_today"),
                        forces,
                        Columns.instant(row, "oldest"),
                        row.getLong("analyzed_hour")))
                .one();
    }

    private static Counts counts(ResultSet row, String suffix) throws SQLException {
        return new Counts(
                row.getLong("recorded" + suffix),
                row.getLong("transcribed" + suffix),
                row.getLong("analyzed" + suffix),
                row.getLong("failed" + suffix),
                row.getLong("waiting" + suffix),
                row.getLong("flagged" + suffix));
    }
}
