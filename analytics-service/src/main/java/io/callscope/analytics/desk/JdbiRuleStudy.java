package io.callscope.analytics.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.flags.FlagBasis;
import io.callscope.analytics.flags.FlagRule;
import io.callscope.analytics.overview.RuleConfirmations;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Signal;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.Party;
import io.callscope.model.talk.TalkMetrics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/**
 * Rules against what PostgreSQL holds. A dry run reads the period in batches, so its memory does not grow with it.
 * Thread-safe; the data source belongs to the caller.
 */
public final class JdbiRuleStudy implements RuleStudy, RuleConfirmations {
    private static final TypeReference<RepeatContact> REPEAT = new TypeReference<>() {};
    private static final TypeReference<TalkMetrics> TALK = new TypeReference<>() {};
    private static final int BATCH = 1_000;

    /** Conditions ask what was heard, not where: to read every place of every mark would take most of the time. */
    private static final List<Evidence> SOMEWHERE = List.of(new Evidence(0, 0, 0, 0, 0));

    private static final String FLAGGED = """
            SELECT f.rule, count(*) AS calls FROM calls c JOIN flags f USING (call_id, version_key)
            WHERE c.listed_at >= :from AND c.listed_at < :to AND (:every_team OR c.team = ANY(:teams)) GROUP BY f.rule
            """;

    private static final String REVIEWED = """
            SELECT rule, count(*) AS reviewed,
                count(*) FILTER (WHERE outcome IN ('confirmed', 'confirmed-solved')) AS confirmed
            FROM (SELECT DISTINCT ON (v.rule, v.call_id) v.rule, v.outcome FROM verdicts v %s
                ORDER BY v.rule, v.call_id, v.verdict_id DESC) latest
            WHERE outcome <> 'withdrawn' GROUP BY rule
            """;

    /** Who sees every team is answered out of the index alone: it is asked with each overview. */
    private static final String OF_ALL = REVIEWED.formatted("");

    private static final String OF_TEAMS =
            REVIEWED.formatted("JOIN calls c USING (call_id) WHERE c.team = ANY(:teams)");

    private static final String CALLS = """
            SELECT c.call_id, c.listed_at, c.queue, a.verdict, a.contact_reason, a.resolution, a.repeat_contact,
                a.talk
            FROM calls c JOIN analyses a USING (call_id, version_key)
            WHERE c.listed_at >= :from AND c.listed_at < :to AND (c.listed_at, c.call_id) > (:at, :after)
            ORDER BY c.listed_at, c.call_id LIMIT :batch
            """;

    private final Jdbi jdbi;

    public JdbiRuleStudy(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    }

    private static Instant start(Period period) {
        return period.first().atStartOfDay(period.zone()).toInstant();
    }

    private static Instant end(Period period) {
        return period.first()
                .plusDays(period.days())
                .atStartOfDay(period.zone())
                .toInstant();
    }

    @Override
    public Map<String, RuleRecord> records(Period period, TeamScope scope) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> {
            Map<String, RuleRecord> records = new HashMap<>();
            scoped(handle.createQuery(FLAGGED), scope)
                    .bind("from", Columns.time(start(period)))
                    .bind("to", Columns.time(end(period)))
                    .map((row, context) ->
                            records.put(Columns.required(row, "rule"), new RuleRecord(row.getLong("calls"), 0, 0)))
                    .list();
            reviewed(handle, scope)
                    .forEach((rule, said) -> records.merge(
                            rule,
                            new RuleRecord(0, said.confirmed(), said.checked()),
                            (flagged, none) -> new RuleRecord(flagged.flagged(), said.confirmed(), said.checked())));
            return Map.copyOf(records);
        }));
    }

    @Override
    public Map<String, Confirmed> byRule(TeamScope scope) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> reviewed(handle, scope)));
    }

    private static Map<String, Confirmed> reviewed(Handle handle, TeamScope scope) {
        Map<String, Confirmed> byRule = new HashMap<>();
        Query query = scope.everyTeam()
                ? handle.createQuery(OF_ALL)
                : handle.createQuery(OF_TEAMS).bindArray("teams", String.class, scope.teams());
        query.map((row, context) -> byRule.put(
                        Columns.required(row, "rule"),
                        new Confirmed(row.getLong("confirmed"), row.getLong("reviewed"))))
                .list();
        return Map.copyOf(byRule);
    }

    private static Query scoped(Query query, TeamScope scope) {
        return query.bind("every_team", scope.everyTeam()).bindArray("teams", String.class, scope.teams());
    }

    /** A stored call with what was heard in it. */
    private record Stored(
            String callId,
            Instant at,
            @Nullable String queue,
            Classification heard,
            @Nullable TalkMetrics talk) {
        FlagBasis basis() {
            return new FlagBasis(heard, talk, List.of());
        }
    }

    @Override
    public DryRun dryRun(List<FlagRule> rules, Period period) {
        DryRun.Count count = new DryRun.Count(rules, period.days());
        Instant at = start(period);
        String after = "";
        List<Stored> batch = batch(period, at, after);
        while (!batch.isEmpty()) {
            for (Stored call : batch) {
                count.add(call.at().atZone(period.zone()).toLocalDate(), call.queue(), call.basis());
                at = call.at();
                after = call.callId();
            }
            batch = batch.size() < BATCH ? List.of() : batch(period, at, after);
        }
        return count.result();
    }

    private List<Stored> batch(Period period, Instant at, String after) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> {
            List<String> ids = new ArrayList<>();
            List<Stored> bare = handle.createQuery(CALLS)
                    .bind("from", Columns.time(start(period)))
                    .bind("to", Columns.time(end(period)))
                    .bind("at", Columns.time(at))
                    .bind("after", after)
                    .bind("batch", BATCH)
                    .map((row, context) -> stored(row))
                    .list();
            bare.forEach(call -> ids.add(call.callId()));
            Map<String, List<Mark>> marks = marks(handle, ids);
            Map<String, List<Signal>> signals = signals(handle, ids);
            return bare.stream()
                    .map(call -> with(
                            call,
                            marks.getOrDefault(call.callId(), List.of()),
                            signals.getOrDefault(call.callId(), List.of())))
                    .toList();
        }));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                Columns.required(row, "call_id"),
                Columns.requiredInstant(row, "listed_at"),
                row.getString("queue"),
                new Classification(
                        Verdict.ofId(Columns.required(row, "verdict")),
                        List.of(),
                        List.of(),
                        Columns.required(row, "contact_reason"),
                        Columns.fromJson(Columns.required(row, "repeat_contact"), REPEAT),
                        Resolution.ofId(Columns.required(row, "resolution"))),
                talk(row));
    }

    private static @Nullable TalkMetrics talk(ResultSet row) throws SQLException {
        String talk = row.getString("talk");
        return talk == null ? null : Columns.fromJson(talk, TALK);
    }

    private static Stored with(Stored call, List<Mark> marks, List<Signal> signals) {
        Classification bare = call.heard();
        return new Stored(
                call.callId(),
                call.at(),
                call.queue(),
                new Classification(
                        bare.verdict(), marks, signals, bare.contactReason(), bare.repeat(), bare.resolution()),
                call.talk());
    }

    private static Map<String, List<Mark>> marks(Handle handle, List<String> ids) {
        Map<String, List<Mark>> byCall = new HashMap<>();
        handle.createQuery("""
                        SELECT m.call_id, m.force, m.code, m.polarity, m.stage, m.severity, m.party, m.owner, m.confidence,
                            m.classifier
                        FROM marks m JOIN calls c USING (call_id, version_key) WHERE m.call_id = ANY(:ids)
                        """)
                .bindArray("ids", String.class, ids)
                .map((row, context) -> byCall.computeIfAbsent(Columns.required(row, "call_id"), id -> new ArrayList<>())
                        .add(mark(row)))
                .list();
        return byCall;
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                Force.ofId(Columns.required(row, "force")),
                Columns.required(row, "code"),
                Polarity.ofId(Columns.required(row, "polarity")),
                Columns.required(row, "stage"),
                row.getInt("severity"),
                Party.ofId(Columns.required(row, "party")),
                SOMEWHERE,
                Columns.required(row, "owner"),
                row.getDouble("confidence"),
                Columns.required(row, "classifier"));
    }

    private static Map<String, List<Signal>> signals(Handle handle, List<String> ids) {
        Map<String, List<Signal>> byCall = new HashMap<>();
        handle.createQuery("""
                        SELECT s.call_id, s.signal, s.party FROM signals s JOIN calls c USING (call_id, version_key)
                        WHERE s.call_id = ANY(:ids)
                        """)
                .bindArray("ids", String.class, ids)
                .map((row, context) -> byCall.computeIfAbsent(Columns.required(row, "call_id"), id -> new ArrayList<>())
                        .add(new Signal(
                                Columns.required(row, "signal"),
                                Party.ofId(Columns.required(row, "party")),
                                SOMEWHERE)))
                .list();
        return byCall;
    }
}
