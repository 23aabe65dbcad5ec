package io.callscope.analytics.overview;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.overview.ModelEvidence.Located;
import io.callscope.analytics.overview.Overview.Counts;
import io.callscope.analytics.overview.Overview.ForceCounts;
import io.callscope.analytics.overview.Overview.Line;
import io.callscope.analytics.overview.Overview.RuleFlags;
import io.callscope.analytics.overview.Overviews.Moments;
import io.callscope.analytics.store.CallState;
import io.callscope.analytics.store.VisibleCalls;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.analysis.Force;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One moment's counts. Lives within one transaction. */
final class JdbiOverviewReading {
    private static final String WAITS = "c.state IN ('recorded', 'transcribed')";
    private static final String TODAY = "c.arrived_at >= :day";

    private static final String COUNTS = """
            SELECT grouping(c.language) = 0 AS is_language, grouping(c.queue) = 0 AS is_queue,
                coalesce(c.language, c.queue) AS value, %s, %s
            FROM calls c %%s
            GROUP BY GROUPING SETS ((), (c.language), (c.queue)) ORDER BY recorded_week DESC, value
            """.formatted(counts("_week", "true"), counts("_today", TODAY));

    private static final String FORCES = """
            SELECT force, sum(barriers) AS barriers, sum(drivers) AS drivers, count(*) AS calls
            FROM (SELECT m.force, m.call_id, count(*) FILTER (WHERE m.polarity = 'barrier') AS barriers,
                    count(*) FILTER (WHERE m.polarity = 'driver') AS drivers
                FROM marks m JOIN calls c USING (call_id, version_key) %s GROUP BY m.force, m.call_id) AS by_call
            GROUP BY force
            """;

    private static final String RULES = """
            SELECT f.rule, count(DISTINCT f.call_id) AS calls
            FROM flags f JOIN calls c USING (call_id, version_key) %s
            GROUP BY f.rule ORDER BY calls DESC, f.rule
            """;

    private static final String WAITING = """
            SELECT c.state, count(*) AS calls, min(coalesce(c.transcribed_at, c.arrived_at)) AS since FROM calls c %s
            GROUP BY c.state ORDER BY c.state
            """;

    private static final String RECOGNISED = """
            SELECT count(*) AS calls, coalesce(sum(t.duration_ms), 0) AS audio_ms,
                coalesce(sum(t.processing_ms), 0) AS processing_ms
            FROM calls c JOIN transcripts t USING (call_id, transcript_hash) %s
            """;

    private static final String JUDGED = """
            SELECT count(*) AS judgable, count(*) FILTER (WHERE c.verdict = 'not-enough-evidence') AS unclear
            FROM calls c %s
            """;

    private static final String CORRECTED = """
            SELECT count(DISTINCT p.call_id) AS calls FROM party_corrections p JOIN calls c USING (call_id) %s
            """;

    /** An analysis is never older than its call: so only those of this week are looked at. */
    private static final String CLAIMS = """
            SELECT count(*) AS calls_week, coalesce(sum((a.llm ->> 'claimed')::bigint), 0) AS claimed_week,
                coalesce(sum((a.llm ->> 'located')::bigint), 0) AS located_week,
                count(*) FILTER (WHERE c.arrived_at >= :day) AS calls_today,
                coalesce(sum((a.llm ->> 'claimed')::bigint) FILTER (WHERE c.arrived_at >= :day), 0) AS claimed_today,
                coalesce(sum((a.llm ->> 'located')::bigint) FILTER (WHERE c.arrived_at >= :day), 0) AS located_today
            FROM analyses a JOIN calls c USING (call_id, version_key) %s
            """;

    private final Handle handle;
    private final Moments at;
    private final TeamScope scope;

    JdbiOverviewReading(Handle handle, Moments at, TeamScope scope) {
        this.handle = handle;
        this.at = at;
        this.scope = scope;
    }

    private static String counts(String suffix, String within) {
        return """
                count(*) FILTER (WHERE %1$s) AS recorded%2$s,
                count(*) FILTER (WHERE %1$s AND c.transcribed_at IS NOT NULL) AS transcribed%2$s,
                count(*) FILTER (WHERE %1$s AND c.state = 'analyzed') AS analyzed%2$s,
                count(*) FILTER (WHERE %1$s AND c.state = 'failed') AS failed%2$s,
                count(*) FILTER (WHERE %1$s AND %3$s) AS waiting%2$s,
                count(*) FILTER (WHERE %1$s AND c.flag_priority IS NOT NULL) AS flagged%2$s,
                min(c.arrived_at) FILTER (WHERE %1$s AND %3$s) AS oldest%2$s""".formatted(within, suffix, WAITS);
    }

    Overview overview() {
        List<Line> languages = new ArrayList<>();
        List<Line> queues = new ArrayList<>();
        Line all = lines(languages, queues);
        return new Overview(
                all,
                languages,
                queues,
                forces(),
                rules(),
                new Stuck(JdbiFailedCalls.byReason(handle, scope), waiting()),
                recognition(),
                model());
    }

    private Conditions thisWeek() {
        return VisibleCalls.to(scope).add("c.arrived_at >= %s", Objects.requireNonNull(Columns.time(at.weekStart())));
    }

    private Line lines(List<Line> languages, List<Line> queues) {
        Conditions conditions = thisWeek();
        List<Line> all = new ArrayList<>();
        conditions
                .bindTo(handle.createQuery(COUNTS.formatted(conditions.where())))
                .bind("day", Columns.time(at.dayStart()))
                .map((row, context) -> {
                    Line line = new Line(row.getString("value"), counts(row, "_today"), counts(row, "_week"));
                    List<Line> lines = row.getBoolean("is_language") ? languages : all;
                    return (row.getBoolean("is_queue") ? queues : lines).add(line);
                })
                .list();
        return all.isEmpty() ? Line.NONE : all.get(0);
    }

    private static Counts counts(ResultSet row, String suffix) throws SQLException {
        return new Counts(
                row.getLong("recorded" + suffix),
                row.getLong("transcribed" + suffix),
                row.getLong("analyzed" + suffix),
                row.getLong("failed" + suffix),
                row.getLong("waiting" + suffix),
                row.getLong("flagged" + suffix),
                Columns.instant(row, "oldest" + suffix));
    }

    private Map<Force, ForceCounts> forces() {
        Conditions conditions = thisWeek().add("c.verdict = 'judged'");
        Map<Force, ForceCounts> forces = new EnumMap<>(Force.class);
        conditions
                .bindTo(handle.createQuery(FORCES.formatted(conditions.where())))
                .map((row, context) -> forces.put(
                        Force.ofId(Columns.required(row, "force")),
                        new ForceCounts(row.getLong("barriers"), row.getLong("drivers"), row.getLong("calls"))))
                .list();
        return forces;
    }

    private List<RuleFlags> rules() {
        Conditions conditions = thisWeek().add("c.flag_priority IS NOT NULL");
        return conditions
                .bindTo(handle.createQuery(RULES.formatted(conditions.where())))
                .map((row, context) -> new RuleFlags(Columns.required(row, "rule"), row.getLong("calls")))
                .list();
    }

    private Recognition recognition() {
        Conditions recent = VisibleCalls.to(scope)
                .add("t.source = 'recognised'")
                .add("c.transcribed_at >= %s", Columns.requiredTime(at.now().minus(Recognition.WINDOW)));
        Recognition recognised = recent.bindTo(handle.createQuery(RECOGNISED.formatted(recent.where())))
                .map((row, context) -> new Recognition(
                        row.getLong("calls"), row.getLong("audio_ms"), row.getLong("processing_ms"), null, 0, 0, 0))
                .one();
        Conditions waits = VisibleCalls.to(scope).add("c.state = 'recorded'");
        Instant since = waits.bindTo(
                        handle.createQuery("SELECT min(c.arrived_at) AS since FROM calls c " + waits.where()))
                .map((row, context) -> Optional.ofNullable(Columns.instant(row, "since")))
                .one()
                .orElse(null);
        Conditions analyzed = thisWeek().add("c.version_key IS NOT NULL");
        Conditions corrected = VisibleCalls.to(scope)
                .add("p.at >= %s", Columns.requiredTime(at.weekStart()))
                .add("p.swapped");
        long calls = corrected
                .bindTo(handle.createQuery(CORRECTED.formatted(corrected.where())))
                .mapTo(Long.class)
                .one();
        return analyzed.bindTo(handle.createQuery(JUDGED.formatted(analyzed.where())))
                .map((row, context) -> new Recognition(
                        recognised.calls(),
                        recognised.audioMs(),
                        recognised.processingMs(),
                        since,
                        row.getLong("unclear"),
                        row.getLong("judgable"),
                        calls))
                .one();
    }

    private ModelEvidence model() {
        Conditions conditions =
                thisWeek().add("a.llm IS NOT NULL").add("a.analyzed_at >= %s", Columns.requiredTime(at.weekStart()));
        return conditions
                .bindTo(handle.createQuery(CLAIMS.formatted(conditions.where())))
                .bind("day", Columns.time(at.dayStart()))
                .map((row, context) -> new ModelEvidence(located(row, "_today"), located(row, "_week")))
                .one();
    }

    private static Located located(ResultSet row, String suffix) throws SQLException {
        return new Located(
                row.getLong("calls" + suffix), row.getLong("claimed" + suffix), row.getLong("located" + suffix));
    }

    private List<Stuck.Waiting> waiting() {
        Conditions conditions = VisibleCalls.to(scope)
                .add(WAITS)
                .add(
                        "coalesce(c.transcribed_at, c.arrived_at) < %s",
                        Objects.requireNonNull(Columns.time(at.now().minus(Stuck.PATIENCE))));
        return conditions
                .bindTo(handle.createQuery(WAITING.formatted(conditions.where())))
                .map((row, context) -> new Stuck.Waiting(
                        CallState.ofId(Columns.required(row, "state")),
                        row.getLong("calls"),
                        Columns.requiredInstant(row, "since")))
                .list();
    }
}
