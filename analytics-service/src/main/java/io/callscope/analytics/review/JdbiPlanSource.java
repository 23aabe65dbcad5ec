package io.callscope.analytics.review;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.store.JdbiSimulatedCalls;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/** Candidates and plans in PostgreSQL. Thread-safe; the data source belongs to the caller. */
final class JdbiPlanSource implements PlanSource {
    /** A call that two scorecards are for is reviewed by the first of them. */
    private static final String CANDIDATES = """
            WITH chosen AS (
                SELECT DISTINCT ON (c.call_id) c.call_id, c.team, c.agent_id, c.started_at, e.scorecard, e.version_key,
                    e.analysis_key
                FROM calls c JOIN evaluations e ON e.call_id = c.call_id AND e.current
                WHERE c.listed_at >= :from AND c.listed_at < :to
                    AND c.started_at >= :from AND c.started_at < :to
                    AND (NOT :simulated OR %s)
                ORDER BY c.call_id, e.scorecard)
            SELECT h.*, a.criterion, a.critical, a.answer, a.probability
            FROM chosen h JOIN evaluation_answers a USING (call_id, scorecard, version_key, analysis_key)
            ORDER BY h.call_id, a.place
            """.formatted(JdbiSimulatedCalls.IS_SIMULATED);

    private static final String DISAGREEMENTS = """
            SELECT r.scorecard, a.item, e.answer, count(*) FILTER (WHERE a.answer <> e.answer) AS apart,
                count(*) AS reviewed
            FROM reviews r
            JOIN planned_calls p USING (plan_id, call_id)
            JOIN review_answers a ON a.review_id = r.review_id AND a.subject = 'criterion' AND a.answer <> 'unscored'
            JOIN evaluations v ON v.call_id = r.call_id AND v.scorecard = r.scorecard AND v.current
            JOIN evaluation_answers e ON e.call_id = v.call_id AND e.scorecard = v.scorecard
                AND e.version_key = v.version_key AND e.analysis_key = v.analysis_key AND e.criterion = a.item
                AND e.answer <> 'unscored'
            WHERE r.blind AND r.replaces IS NULL AND r.seat IN ('first', 'second') AND p.role = 'evaluation'
            GROUP BY r.scorecard, a.item, e.answer
            """;

    private static final String READERS = """
            SELECT login, unnest(call_ids) AS call_id FROM audit_log
            WHERE action IN %s AND call_ids && CAST(:calls AS text[])
            UNION SELECT m.reviewer, k.call_id FROM calibration_calls k JOIN calibration_people m USING (session_id)
            WHERE k.call_id = ANY(:calls)
            """.formatted(JdbiMarksSeen.ACTIONS);

    private static final String INSERT_PLAN = """
            INSERT INTO sample_plans (week, seed, settings, candidates, made_at, made_by, simulated)
            VALUES (:week, :seed, CAST(:settings AS jsonb), :candidates, :at, :by, :simulated)
            ON CONFLICT (week) DO NOTHING RETURNING plan_id
            """;

    private static final String INSERT_CALL = """
            INSERT INTO planned_calls (plan_id, call_id, place, scorecard, pi, certain, stratum, agent, team, role,
                double_scored, second_pi)
            VALUES (:plan, :call, :place, :scorecard, :pi, :certain, :stratum, :agent, :team, :role, :twice, :second_pi)
            """;

    private static final String INSERT_SEAT = """
            INSERT INTO review_seats (plan_id, call_id, seat, reviewer, assigned_at)
            VALUES (:plan, :call, :seat, :reviewer, :at)
            """;

    private final Jdbi jdbi;
    private final boolean simulated;

    /**
     * @param simulated whether plans are of simulated calls alone, and marked so
     */
    JdbiPlanSource(DataSource dataSource, boolean simulated) {
        this.simulated = simulated;
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    }

    @Override
    public void requireNone(LocalDate week) {
        SqlFailures.translating(() -> jdbi.withHandle(handle -> {
            requireNone(handle, week);
            return true;
        }));
    }

    private static void requireNone(Handle handle, LocalDate week) {
        handle.createQuery("SELECT seed, made_at, made_by FROM sample_plans WHERE week = :week")
                .bind("week", week)
                .map((row, context) -> new PlanExistsException(
                        week,
                        row.getLong("seed"),
                        Columns.requiredInstant(row, "made_at"),
                        Columns.required(row, "made_by")))
                .findOne()
                .ifPresent(exists -> {
                    throw exists;
                });
    }

    @Override
    public List<EvaluatedCall> candidates(Instant from, Instant to) {
        Map<String, EvaluatedCall> calls = new LinkedHashMap<>();
        Map<String, List<EvaluatedCall.MachineAnswer>> answers = new HashMap<>();
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createQuery(CANDIDATES)
                .bind("from", Columns.time(from))
                .bind("to", Columns.time(to))
                .bind("simulated", simulated)
                .map((row, context) -> {
                    String id = Columns.required(row, "call_id");
                    calls.putIfAbsent(id, call(row));
                    return answers.computeIfAbsent(id, call -> new ArrayList<>())
                            .add(answer(row));
                })
                .list()));
        return calls.values().stream()
                .map(call -> new EvaluatedCall(
                        call.callId(),
                        call.team(),
                        call.agent(),
                        call.startedAt(),
                        call.scorecard(),
                        answers.getOrDefault(call.callId(), List.of())))
                .toList();
    }

    private static EvaluatedCall call(ResultSet row) throws SQLException {
        return new EvaluatedCall(
                Columns.required(row, "call_id"),
                Objects.requireNonNullElse(row.getString("team"), ""),
                Objects.requireNonNullElse(row.getString("agent_id"), ""),
                Columns.requiredInstant(row, "started_at"),
                Columns.required(row, "scorecard"),
                List.of());
    }

    private static EvaluatedCall.MachineAnswer answer(ResultSet row) throws SQLException {
        return new EvaluatedCall.MachineAnswer(
                Columns.required(row, "criterion"),
                row.getString("critical") != null,
                Answer.ofId(Columns.required(row, "answer")),
                Columns.share(row, "probability"));
    }

    @Override
    public Disagreements disagreements() {
        Map<Disagreements.Of, Disagreements.Counts> counts = new HashMap<>();
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createQuery(DISAGREEMENTS)
                .map((row, context) -> counts.put(
                        new Disagreements.Of(
                                Columns.required(row, "scorecard"),
                                Columns.required(row, "item"),
                                Answer.ofId(Columns.required(row, "answer"))),
                        new Disagreements.Counts(row.getLong("apart"), row.getLong("reviewed"))))
                .list()));
        return new Disagreements(counts);
    }

    @Override
    public Map<String, Set<String>> readers(Collection<String> callIds) {
        Map<String, Set<String>> readers = new HashMap<>();
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createQuery(READERS)
                .bindArray("calls", String.class, List.copyOf(callIds))
                .map((row, context) -> readers.computeIfAbsent(
                                Columns.required(row, "call_id"), call -> new HashSet<>())
                        .add(Columns.required(row, "login")))
                .list()));
        return readers;
    }

    @Override
    public void keep(SamplePlan plan) {
        SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            Long id = handle.createQuery(INSERT_PLAN)
                    .bind("week", plan.week())
                    .bind("seed", plan.seed())
                    .bind("settings", Columns.json(plan.settings()))
                    .bind("candidates", plan.candidates())
                    .bind("at", Columns.time(plan.madeAt()))
                    .bind("by", plan.madeBy())
                    .bind("simulated", simulated)
                    .mapTo(Long.class)
                    .findOne()
                    .orElse(null);
            if (id == null) {
                requireNone(handle, plan.week());
                throw new IllegalStateException("plan of week %s neither kept nor found".formatted(plan.week()));
            }
            insertCalls(handle, id, plan);
            return true;
        }));
    }

    private static void insertCalls(Handle handle, long id, SamplePlan plan) {
        try (PreparedBatch calls = handle.prepareBatch(INSERT_CALL);
                PreparedBatch seats = handle.prepareBatch(INSERT_SEAT)) {
            for (int place = 0; place < plan.calls().size(); place++) {
                SamplePlan.Planned call = plan.calls().get(place);
                calls.bind("plan", id)
                        .bind("call", call.callId().value())
                        .bind("place", place)
                        .bind("scorecard", call.scorecard())
                        .bind("pi", call.pi())
                        .bind("certain", call.certain())
                        .bind("stratum", call.stratum())
                        .bind("agent", call.agent())
                        .bind("team", call.team())
                        .bind("role", JdbiPlanRows.id(call.role()))
                        .bind("twice", call.doubleScored())
                        .bind("second_pi", call.secondPi())
                        .add();
                for (Map.Entry<Seat, @Nullable String> seat : call.seats().entrySet()) {
                    seats.bind("plan", id)
                            .bind("call", call.callId().value())
                            .bind("seat", seat.getKey().id())
                            .bind("reviewer", seat.getValue())
                            .bind("at", Columns.time(plan.madeAt()))
                            .add();
                }
            }
            calls.execute();
            seats.execute();
        }
    }
}
