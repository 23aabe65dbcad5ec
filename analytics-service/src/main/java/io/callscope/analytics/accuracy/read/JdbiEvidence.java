package io.callscope.analytics.accuracy.read;

import io.callscope.analytics.accuracy.Population;
import io.callscope.analytics.accuracy.read.EvidenceRows.InForce;
import io.callscope.analytics.accuracy.read.EvidenceRows.MachineAnswer;
import io.callscope.analytics.database.Columns;
import io.callscope.analytics.store.JdbiSimulatedCalls;
import io.callscope.analytics.users.TeamScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads the rows behind the accuracy report within the caller's transaction. One use. */
final class JdbiEvidence {
    /**
     * A review is set beside what the machine had said by then: the latest evaluation of that version. A week that was
     * opened to mend the machine is no evidence about versions that came after it.
     */
    private static final String REVIEWED = """
            WITH reviewed AS (
                SELECT p.plan_id, p.call_id, f.scorecard, f.machine_key, p.pi, p.agent, p.team, s.simulated, s.week,
                    CASE WHEN p.double_scored AND p.second_pi > 0 THEN p.second_pi END AS second_pi,
                    p.role, p.role = 'tuning' OR b.plan_id IS NOT NULL AS learnable,
                    f.submitted_at, f.review_id AS first_id, g.review_id AS second_id, d.review_id AS decided_id,
                    c.customer_key, e.analysis_key
                FROM planned_calls p
                JOIN sample_plans s USING (plan_id)
                JOIN calls c USING (call_id)
                JOIN reviews f ON f.plan_id = p.plan_id AND f.call_id = p.call_id AND f.seat = 'first'
                    AND f.replaces IS NULL AND f.blind
                JOIN LATERAL (
                    SELECT analysis_key FROM evaluations v
                    WHERE v.call_id = p.call_id AND v.scorecard = f.scorecard AND v.version_key = f.machine_key
                    ORDER BY v.evaluated_at DESC LIMIT 1) e ON true
                LEFT JOIN burnt_batches b ON b.plan_id = p.plan_id
                LEFT JOIN reviews g ON g.plan_id = p.plan_id AND g.call_id = p.call_id AND g.seat = 'second'
                    AND g.replaces IS NULL AND g.blind AND g.scorecard_version = f.scorecard_version
                LEFT JOIN reviews d ON d.plan_id = p.plan_id AND d.call_id = p.call_id AND d.seat = 'adjudication'
                    AND d.replaces IS NULL AND g.review_id IS NOT NULL
                WHERE (:learning OR p.role = 'evaluation' AND (b.burnt_at IS NULL OR b.burnt_at >= (
                        SELECT min(v.evaluated_at) FROM evaluations v
                        WHERE v.scorecard = f.scorecard AND v.version_key = f.machine_key)))
                    AND s.simulated = :simulated AND (:every OR c.team = ANY(:teams)))
            """;

    private static final String CALLS = REVIEWED + """
            SELECT r.*, CASE WHEN n.judged THEN n.said OR n.position > 1 END AS repeats,
                (SELECT sum(u.confidence * (u.end_ms - u.start_ms)) / nullif(sum(u.end_ms - u.start_ms), 0)
                FROM analyses a JOIN utterances u USING (call_id, transcript_hash)
                WHERE a.call_id = r.call_id AND a.version_key = r.analysis_key AND u.confidence IS NOT NULL)
                    AS recognition
            FROM reviewed r LEFT JOIN contacts n USING (call_id) ORDER BY r.plan_id, r.call_id
            """;

    private static final String ANSWERS = REVIEWED + """
            SELECT a.review_id, a.subject, a.item, a.answer FROM reviewed r
            JOIN review_answers a ON a.review_id IN (r.first_id, r.second_id, r.decided_id)
            WHERE a.subject IN ('criterion', 'force', 'code', 'repeat')
            """;

    private static final String THEN = REVIEWED + """
            , scored AS (SELECT call_id, scorecard, machine_key AS version_key, analysis_key FROM reviewed)
            """;

    /** Calls that the version in force has scored although people were set beside another. */
    private static final String NOW = REVIEWED + """
            , scored AS (
                SELECT r.call_id, r.scorecard, e.version_key, e.analysis_key FROM reviewed r
                JOIN evaluations e ON e.call_id = r.call_id AND e.scorecard = r.scorecard AND e.current
                LEFT JOIN burnt_batches b ON b.plan_id = r.plan_id
                WHERE NOT r.machine_key = ANY(:versions) AND e.version_key = ANY(:versions)
                    AND (b.burnt_at IS NULL OR b.burnt_at >= (SELECT min(v.evaluated_at) FROM evaluations v
                        WHERE v.scorecard = e.scorecard AND v.version_key = e.version_key)))
            """;

    private static final String SCORED = "SELECT call_id, scorecard FROM scored";

    private static final String CRITERIA = """
            SELECT call_id, scorecard, a.criterion, a.answer, a.probability
            FROM scored JOIN evaluation_answers a USING (call_id, scorecard, version_key, analysis_key)
            """;

    private static final String MARKS = """
            SELECT DISTINCT s.call_id, m.force, m.code FROM scored s
            JOIN marks m ON m.call_id = s.call_id AND m.version_key = s.analysis_key AND m.polarity = 'barrier'
            """;

    /** The machine's links and causes of now, as everywhere; a call that is no contact has neither. */
    private static final String PAIRS = REVIEWED + """
            SELECT r.call_id, p.repeats, p.of_call, p.cause, n.cause AS machine_cause,
                CASE WHEN n.judged OR n.position > 1 THEN n.position > 1 END AS linked,
                coalesce(n.position > 1 AND (p.of_call IS NULL OR o.chain_id = n.chain_id), false) AS found
            FROM reviewed r JOIN pair_reviews p USING (plan_id, call_id)
            LEFT JOIN contact_calls l ON l.call_id = r.call_id
            LEFT JOIN contacts n ON n.call_id = coalesce(l.contact_id, r.call_id)
            LEFT JOIN contact_calls k ON k.call_id = p.of_call
            LEFT JOIN contacts o ON o.call_id = coalesce(k.contact_id, p.of_call)
            WHERE p.blind AND %s ORDER BY r.call_id
            """;

    private static final String FIRST_PAIRS = PAIRS.formatted("p.seat = 'first'");
    private static final String SECOND_PAIRS = PAIRS.formatted("p.seat = 'second' AND r.second_id IS NOT NULL");

    /**
     * A language that none of a scorecard's latest calls was in has no version in force: so a report costs the same
     * however many calls there are.
     */
    private static final String VERSIONS = """
            WITH latest AS (
                SELECT DISTINCT ON (e.scorecard, c.language) e.scorecard, e.version_key
                FROM unnest(:scorecards) AS s (scorecard)
                CROSS JOIN LATERAL (
                    SELECT scorecard, version_key, call_id, evaluated_at FROM evaluations v
                    WHERE v.scorecard = s.scorecard AND v.current
                    ORDER BY v.evaluated_at DESC LIMIT 20000) e
                JOIN calls c USING (call_id)
                ORDER BY e.scorecard, c.language, e.evaluated_at DESC)
            SELECT l.scorecard, l.version_key,
                (SELECT min(v.evaluated_at) FROM evaluations v
                WHERE v.scorecard = l.scorecard AND v.version_key = l.version_key) AS since
            FROM latest l
            """;

    /** The calls of the weeks that were drawn from, by the scorecard each would have been drawn for. */
    private static final String DRAWABLE = """
            WITH drawable AS (
                SELECT DISTINCT ON (c.call_id) c.call_id, e.scorecard, e.version_key, e.analysis_key
                FROM sample_plans s
                JOIN calls c ON c.listed_at >= CAST(s.week AS timestamp) AT TIME ZONE :zone
                    AND c.listed_at < (CAST(s.week AS timestamp) + interval '7 days') AT TIME ZONE :zone
                JOIN evaluations e ON e.call_id = c.call_id AND e.current
                WHERE s.simulated = :simulated AND (NOT :simulated OR %s)
                    AND (:every OR c.team = ANY(:teams))
                ORDER BY c.call_id, e.scorecard),
            counted AS (SELECT * FROM drawable WHERE version_key = ANY(:versions))
            """.formatted(JdbiSimulatedCalls.IS_SIMULATED);

    private static final String POPULATIONS = DRAWABLE + """
            SELECT 'criterion.' || d.scorecard || '.' || a.criterion AS item,
                count(*) FILTER (WHERE a.answer = 'not-met') AS marked,
                count(*) FILTER (WHERE a.answer <> 'unscored') AS calls,
                count(*) FILTER (WHERE a.answer = 'unscored') AS unscored
            FROM counted d JOIN evaluation_answers a USING (call_id, scorecard, version_key, analysis_key) GROUP BY 1
            UNION ALL
            SELECT 'force.' || m.force, count(DISTINCT d.call_id), (SELECT count(*) FROM counted), 0
            FROM counted d JOIN marks m ON m.call_id = d.call_id AND m.version_key = d.analysis_key
            WHERE m.polarity = 'barrier' GROUP BY 1
            UNION ALL
            SELECT 'code.' || m.code, count(DISTINCT d.call_id), (SELECT count(*) FROM counted), 0
            FROM counted d JOIN marks m ON m.call_id = d.call_id AND m.version_key = d.analysis_key
            WHERE m.polarity = 'barrier' GROUP BY 1
            UNION ALL
            SELECT 'repeat.repeat', count(*) FILTER (WHERE n.said OR n.position > 1), count(*), 0
            FROM counted d JOIN contacts n USING (call_id) WHERE n.judged
            """;

    private static final String ALL = DRAWABLE + "SELECT count(*) FROM counted";

    /**
     * Whether simulated reviews are all there is: the first review of a plan that people made ends their part, and the two
     * are never mixed.
     */
    private static final String SIMULATED = """
            SELECT EXISTS (SELECT 1 FROM sample_plans WHERE simulated) AND NOT EXISTS (
                SELECT 1 FROM sample_plans s JOIN reviews r USING (plan_id) WHERE NOT s.simulated)
            """;

    private final Handle handle;
    private final TeamScope scope;
    private final ZoneId site;
    private final boolean simulated;

    /** Whether all reviewed calls are read, and not only those that are evidence. */
    private boolean learning;

    JdbiEvidence(Handle handle, TeamScope scope, ZoneId site) {
        this.handle = handle;
        this.scope = scope;
        this.site = site;
        this.simulated = handle.createQuery(SIMULATED).mapTo(Boolean.class).one();
    }

    /**
     * The rows.
     *
     * @param scorecards ids of those in force
     */
    EvidenceRows read(List<String> scorecards) {
        Map<String, InForce> versions = versions(scorecards);
        Set<String> keys = keys(versions);
        return rows(
                versions,
                labels(sql -> reviewed(NOW + sql).bindArray("versions", String.class, List.copyOf(keys))),
                pairs(),
                populations(keys),
                drawable(ALL, keys).mapTo(Long.class).one());
    }

    /** The rows of reviews alone, without what is known of all calls. */
    EvidenceRows readReviews(List<String> scorecards) {
        return rows(versions(scorecards), MachineLabels.none(), pairs(), Map.of(), 0);
    }

    /** The rows of reviews with calls that are no evidence, for whoever mends the machine. */
    EvidenceRows readToLearn(List<String> scorecards) {
        learning = true;
        return readReviews(scorecards);
    }

    private static Set<String> keys(Map<String, InForce> versions) {
        Set<String> keys = new HashSet<>();
        versions.values().forEach(one -> keys.addAll(one.keys()));
        return keys;
    }

    private EvidenceRows rows(
            Map<String, InForce> versions,
            MachineLabels now,
            Map<String, PairRow> pairs,
            Map<String, Population> populations,
            long drawable) {
        Set<String> keys = keys(versions);
        return new EvidenceRows(
                reviewed(CALLS).map((row, context) -> call(row, keys)).list(),
                answers(),
                labels(sql -> reviewed(THEN + sql)),
                now,
                pairs,
                populations,
                drawable,
                versions);
    }

    private Query scoped(String sql) {
        return handle.createQuery(sql)
                .bind("simulated", simulated)
                .bind("every", scope.everyTeam())
                .bindArray("teams", String.class, List.copyOf(scope.teams()));
    }

    private Query reviewed(String sql) {
        return scoped(sql).bind("learning", learning);
    }

    private Query drawable(String sql, Set<String> keys) {
        return scoped(sql)
                .bindArray("versions", String.class, List.copyOf(keys))
                .bind("zone", site.getId());
    }

    private static ReviewedCallRow call(ResultSet row, Set<String> inForce) throws SQLException {
        String version = Columns.required(row, "machine_key");
        return new ReviewedCallRow(
                row.getLong("plan_id"),
                row.getObject("week", LocalDate.class),
                Columns.required(row, "role"),
                row.getBoolean("learnable"),
                Columns.required(row, "call_id"),
                Columns.required(row, "scorecard"),
                version,
                inForce.contains(version),
                row.getDouble("pi"),
                Columns.share(row, "second_pi"),
                Columns.required(row, "team") + '/' + Columns.required(row, "agent"),
                row.getString("customer_key"),
                Columns.requiredInstant(row, "submitted_at"),
                row.getLong("first_id"),
                Columns.longValue(row, "second_id"),
                Columns.longValue(row, "decided_id"),
                row.getBoolean("simulated"),
                flag(row, "repeats"),
                Columns.share(row, "recognition"));
    }

    private static @Nullable Boolean flag(ResultSet row, String column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? null : Boolean.valueOf(value);
    }

    private Map<Long, Map<String, String>> answers() {
        Map<Long, Map<String, String>> answers = new HashMap<>();
        reviewed(ANSWERS)
                .map((row, context) -> answers.computeIfAbsent(row.getLong("review_id"), id -> new HashMap<>())
                        .put(
                                EvidenceRows.subject(Columns.required(row, "subject"), Columns.required(row, "item")),
                                Columns.required(row, "answer")))
                .list();
        return answers;
    }

    private Map<String, PairRow> pairs() {
        Map<String, PairRow> pairs = new HashMap<>();
        reviewed(FIRST_PAIRS)
                .map((row, context) -> pairs.put(
                        Columns.required(row, "call_id"),
                        new PairRow(
                                said(row),
                                null,
                                flag(row, "linked"),
                                row.getBoolean("found"),
                                row.getString("machine_cause"))))
                .list();
        reviewed(SECOND_PAIRS)
                .map((row, context) -> {
                    PairRow.Said second = said(row);
                    return pairs.computeIfPresent(
                            Columns.required(row, "call_id"), (call, first) -> first.with(second));
                })
                .list();
        return pairs;
    }

    private static PairRow.Said said(ResultSet row) throws SQLException {
        return new PairRow.Said(row.getBoolean("repeats"), row.getString("of_call"), row.getString("cause"));
    }

    private static MachineLabels labels(Function<String, Query> scored) {
        Set<String> calls = Set.copyOf(scored.apply(SCORED)
                .map((row, context) ->
                        EvidenceRows.scored(Columns.required(row, "call_id"), Columns.required(row, "scorecard")))
                .list());
        Map<String, Map<String, MachineAnswer>> criteria = new HashMap<>();
        scored.apply(CRITERIA)
                .map((row, context) -> criteria.computeIfAbsent(
                                EvidenceRows.scored(
                                        Columns.required(row, "call_id"), Columns.required(row, "scorecard")),
                                call -> new HashMap<>())
                        .put(
                                Columns.required(row, "criterion"),
                                new MachineAnswer(Columns.required(row, "answer"), Columns.share(row, "probability"))))
                .list();
        Map<String, Set<String>> forces = new HashMap<>();
        Map<String, Set<String>> codes = new HashMap<>();
        scored.apply(MARKS)
                .map((row, context) -> {
                    String call = Columns.required(row, "call_id");
                    forces.computeIfAbsent(call, id -> new HashSet<>()).add(Columns.required(row, "force"));
                    return codes.computeIfAbsent(call, id -> new HashSet<>()).add(Columns.required(row, "code"));
                })
                .list();
        return new MachineLabels(calls, criteria, forces, codes);
    }

    private Map<String, Population> populations(Set<String> keys) {
        Map<String, Population> populations = new HashMap<>();
        drawable(POPULATIONS, keys)
                .map((row, context) -> populations.put(
                        Columns.required(row, "item"),
                        new Population(row.getLong("marked"), row.getLong("calls"), row.getLong("unscored"))))
                .list();
        return populations;
    }

    private Map<String, InForce> versions(List<String> scorecards) {
        Map<String, InForce> versions = new LinkedHashMap<>();
        handle.createQuery(VERSIONS)
                .bindArray("scorecards", String.class, scorecards)
                .map((row, context) -> versions.merge(
                        Columns.required(row, "scorecard"),
                        new InForce(
                                List.of(Columns.required(row, "version_key")), Columns.requiredInstant(row, "since")),
                        JdbiEvidence::both))
                .list();
        return versions;
    }

    private static InForce both(InForce one, InForce other) {
        Instant since = one.since().isAfter(other.since()) ? one.since() : other.since();
        List<String> keys = Stream.concat(one.keys().stream(), other.keys().stream())
                .distinct()
                .sorted()
                .toList();
        return new InForce(keys, since);
    }
}
