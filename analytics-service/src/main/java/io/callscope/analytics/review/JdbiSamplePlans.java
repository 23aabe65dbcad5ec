package io.callscope.analytics.review;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/** Kept plans in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiSamplePlans implements SamplePlans {
    private static final String SEEN = "(:every OR c.team = ANY(:teams))";

    private static final String PROGRESS = """
            SELECT s.*, n.calls, n.seats, n.done, n.free FROM sample_plans s
            CROSS JOIN LATERAL (
                SELECT count(DISTINCT p.call_id) AS calls, count(*) AS seats, count(r.review_id) AS done,
                    count(*) FILTER (WHERE t.reviewer IS NULL) AS free
                FROM planned_calls p JOIN calls c USING (call_id) JOIN review_seats t USING (plan_id, call_id)
                LEFT JOIN reviews r ON r.plan_id = p.plan_id AND r.call_id = p.call_id AND r.seat = t.seat
                    AND r.replaces IS NULL
                WHERE p.plan_id = s.plan_id AND %s) n
            ORDER BY s.week DESC LIMIT :limit
            """.formatted(SEEN);

    private static final String CALLS = """
            SELECT p.*, t.seat, t.reviewer FROM planned_calls p JOIN calls c USING (call_id)
            JOIN sample_plans s USING (plan_id) JOIN review_seats t USING (plan_id, call_id)
            WHERE s.week = :week AND %s ORDER BY p.place, t.seat
            """.formatted(SEEN);

    private static final String CRITERIA = """
            WITH counted AS (
                SELECT r.scorecard, a.item, r.call_id, a.answer FROM reviews r
                JOIN planned_calls p USING (plan_id, call_id) JOIN calls c ON c.call_id = r.call_id
                JOIN review_answers a ON a.review_id = r.review_id AND a.subject = 'criterion'
                WHERE r.blind AND r.replaces IS NULL AND r.pi IS NOT NULL AND r.seat IN ('first', 'second')
                    AND p.role = 'evaluation' AND a.answer IN ('met', 'not-met') AND %s),
            pairs AS (
                SELECT scorecard, item, call_id FROM counted GROUP BY scorecard, item, call_id HAVING count(*) > 1)
            SELECT scorecard, item, count(*) AS reviews, count(*) FILTER (WHERE answer = 'not-met') AS failures,
                (SELECT count(*) FROM pairs q WHERE q.scorecard = k.scorecard AND q.item = k.item) AS pairs
            FROM counted k GROUP BY scorecard, item ORDER BY scorecard, item
            """.formatted(SEEN);

    private static final String FREE = """
            UPDATE review_seats t SET reviewer = NULL
            FROM sample_plans s, calls c
            WHERE s.plan_id = t.plan_id AND c.call_id = t.call_id AND s.week = :week AND t.call_id = :call
                AND t.seat = :seat AND t.reviewer IS NOT NULL AND %s
                AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.plan_id = t.plan_id AND r.call_id = t.call_id
                    AND r.seat = t.seat)
            """.formatted(SEEN);

    private final Jdbi jdbi;

    public JdbiSamplePlans(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    }

    @Override
    public List<Progress> newest(int limit, TeamScope scope) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> seenBy(scope, handle.createQuery(PROGRESS))
                .bind("limit", limit)
                .map((row, context) -> new Progress(
                        PlanRows.plan(row, List.of()),
                        row.getInt("calls"),
                        row.getInt("seats"),
                        row.getInt("done"),
                        row.getInt("free")))
                .list()));
    }

    @Override
    public Optional<SamplePlan> of(LocalDate week, TeamScope scope) {
        return SqlFailures.translating(() -> jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> handle.createQuery("SELECT * FROM sample_plans WHERE week = :week")
                        .bind("week", week)
                        .map((row, context) -> PlanRows.plan(row, calls(handle, week, scope)))
                        .findOne()));
    }

    private static List<SamplePlan.Planned> calls(Handle handle, LocalDate week, TeamScope scope) {
        Map<String, Map<Seat, @Nullable String>> seats = new HashMap<>();
        Map<String, SamplePlan.Planned> calls = new LinkedHashMap<>();
        seenBy(scope, handle.createQuery(CALLS))
                .bind("week", week)
                .map((row, context) -> {
                    String id = Columns.required(row, "call_id");
                    Map<Seat, @Nullable String> own = seats.computeIfAbsent(id, call -> new EnumMap<>(Seat.class));
                    own.put(Seat.ofId(Columns.required(row, "seat")), row.getString("reviewer"));
                    return calls.putIfAbsent(id, planned(row, own));
                })
                .list();
        return List.copyOf(calls.values());
    }

    private static SamplePlan.Planned planned(ResultSet row, Map<Seat, @Nullable String> seats) throws SQLException {
        return new SamplePlan.Planned(
                new CallId(Columns.required(row, "call_id")),
                Columns.required(row, "scorecard"),
                row.getDouble("pi"),
                Columns.required(row, "team"),
                Columns.required(row, "agent"),
                PlanRows.role(Columns.required(row, "role")),
                row.getBoolean("double_scored"),
                row.getDouble("second_pi"),
                seats);
    }

    @Override
    public List<CriterionCount> criteria(TeamScope scope) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> seenBy(scope, handle.createQuery(CRITERIA))
                .map((row, context) -> new CriterionCount(
                        Columns.required(row, "scorecard"),
                        Columns.required(row, "item"),
                        row.getInt("reviews"),
                        row.getInt("failures"),
                        row.getInt("pairs")))
                .list()));
    }

    @Override
    public boolean free(LocalDate week, String callId, Seat seat, TeamScope scope) {
        Objects.requireNonNull(seat, "seat");
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> seenBy(scope, handle.createUpdate(FREE))
                        .bind("week", week)
                        .bind("call", callId)
                        .bind("seat", seat.id())
                        .execute()
                == 1));
    }

    private static <S extends SqlStatement<S>> S seenBy(TeamScope scope, S statement) {
        return statement.bind("every", scope.everyTeam()).bindArray("teams", String.class, List.copyOf(scope.teams()));
    }
}
