package io.callscope.analytics.review;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/** Seats and reviews in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiReviews implements Reviews {
    private static final String SEEN = "(:every OR c.team = ANY(:teams))";

    private static final String HAS_READ = JdbiMarksSeen.byLogin("t.call_id");

    /** Whether he scores the call in a session. */
    private static final String IN_SESSION = """
            EXISTS (SELECT 1 FROM calibration_calls k JOIN calibration_people m USING (session_id)
                WHERE k.call_id = t.call_id AND m.reviewer = :login)
            """;

    private static final String SEATS = """
            SELECT s.week, t.call_id, t.seat, t.reviewer, p.scorecard, c.started_at, c.duration_ms, r.submitted_at
            FROM review_seats t JOIN planned_calls p USING (plan_id, call_id) JOIN sample_plans s USING (plan_id)
            JOIN calls c ON c.call_id = t.call_id
            LEFT JOIN reviews r ON r.plan_id = t.plan_id AND r.call_id = t.call_id AND r.seat = t.seat
                AND r.replaces IS NULL
            WHERE %s AND %s
            ORDER BY r.submitted_at IS NOT NULL, r.submitted_at DESC, s.week, p.place LIMIT :limit
            """;

    private static final String FREE = """
            t.reviewer IS NULL AND NOT %s AND NOT %s AND NOT EXISTS (SELECT 1 FROM review_seats o
                WHERE o.plan_id = t.plan_id AND o.call_id = t.call_id AND o.reviewer = :login)
            """.formatted(HAS_READ, IN_SESSION);

    private static final String TAKE = """
            UPDATE review_seats t SET reviewer = :login, assigned_at = :now
            FROM calls c WHERE c.call_id = t.call_id AND t.call_id = :call AND %s AND %s
                AND t.seat = (SELECT min(m.seat) FROM review_seats m
                    WHERE m.plan_id = t.plan_id AND m.call_id = t.call_id AND m.reviewer IS NULL)
            """.formatted(FREE, SEEN);

    private static final String CLOSED = """
            SELECT t.call_id FROM review_seats t WHERE t.reviewer = :login
            AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.plan_id = t.plan_id AND r.call_id = t.call_id
                AND r.seat = t.seat)
            """;

    /** What a simulation says is told to nobody. */
    private static final String SUBMIT = """
            INSERT INTO reviews (call_id, plan_id, seat, reviewer, blind, pi, scorecard, scorecard_version, machine_key,
                comment, submitted_at, published_at)
            SELECT t.call_id, t.plan_id, t.seat, :login, NOT %s, p.pi, :scorecard, :version, v.version_key, :comment,
                :now, CASE WHEN s.simulated THEN CAST(:now AS timestamptz) END
            FROM review_seats t JOIN planned_calls p USING (plan_id, call_id) JOIN sample_plans s USING (plan_id)
            JOIN calls c ON c.call_id = t.call_id
            LEFT JOIN evaluations v ON v.call_id = t.call_id AND v.scorecard = :scorecard AND v.current
            WHERE t.call_id = :call AND t.reviewer = :login AND p.scorecard = :scorecard AND %s
                AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.plan_id = t.plan_id AND r.call_id = t.call_id
                    AND r.seat = t.seat)
            ORDER BY t.plan_id LIMIT 1
            ON CONFLICT DO NOTHING RETURNING review_id
            """.formatted(HAS_READ, SEEN);

    private static final String CHANGE = """
            INSERT INTO reviews (call_id, plan_id, seat, reviewer, blind, pi, scorecard, scorecard_version, machine_key,
                comment, submitted_at, replaces)
            SELECT r.call_id, r.plan_id, r.seat, :login, false, r.pi, r.scorecard, :version, v.version_key, :comment,
                :now, r.review_id
            FROM reviews r JOIN calls c USING (call_id)
            LEFT JOIN evaluations v ON v.call_id = r.call_id AND v.scorecard = r.scorecard AND v.current
            WHERE r.call_id = :call AND r.reviewer = :login AND r.seat IN ('first', 'second')
                AND r.scorecard = :scorecard AND %s
            ORDER BY r.review_id DESC LIMIT 1
            ON CONFLICT DO NOTHING RETURNING review_id
            """.formatted(SEEN);

    private static final String DECIDE = """
            INSERT INTO reviews (call_id, plan_id, seat, reviewer, blind, pi, scorecard, scorecard_version, machine_key,
                comment, submitted_at)
            SELECT p.call_id, p.plan_id, 'adjudication', :login, NOT %s, p.pi, :scorecard, :version, v.version_key,
                :comment, :now
            FROM planned_calls p JOIN sample_plans s USING (plan_id) JOIN calls c USING (call_id)
            LEFT JOIN evaluations v ON v.call_id = p.call_id AND v.scorecard = :scorecard AND v.current
            WHERE p.call_id = :call AND s.week = :week AND %s
            ON CONFLICT DO NOTHING RETURNING review_id
            """.formatted(JdbiMarksSeen.byLogin("p.call_id"), SEEN);

    private static final int SHOWN = 300;

    private final Jdbi jdbi;

    public JdbiReviews(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    }

    @Override
    public List<Assignment> seatsOf(User user) {
        return seats(user, "t.reviewer = :login", null);
    }

    @Override
    public List<Assignment> freeFor(User user) {
        return seats(user, FREE, null);
    }

    @Override
    public Optional<Assignment> seatOf(User user, CallId callId) {
        return seats(user, "t.reviewer = :login AND t.call_id = :call", callId).stream()
                .findFirst();
    }

    private List<Assignment> seats(User user, String which, @Nullable CallId callId) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> {
            Query query = JdbiReviewRows.by(user, handle.createQuery(SEATS.formatted(which, SEEN)));
            if (callId != null) {
                query.bind("call", callId.value());
            }
            return query.bind("limit", SHOWN)
                    .map((row, context) -> assignment(row))
                    .list();
        }));
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                Objects.requireNonNull(row.getObject("week", LocalDate.class), "week"),
                new CallId(Columns.required(row, "call_id")),
                Seat.ofId(Columns.required(row, "seat")),
                Columns.required(row, "scorecard"),
                row.getString("reviewer"),
                Columns.instant(row, "started_at"),
                Columns.longValue(row, "duration_ms"),
                Columns.instant(row, "submitted_at"));
    }

    @Override
    public boolean take(User user, CallId callId, Instant now) {
        return SqlFailures.translating(() ->
                jdbi.withHandle(handle -> JdbiReviewRows.by(user, handle.createUpdate(TAKE))
                                .bind("call", callId.value())
                                .bind("now", Columns.time(now))
                                .execute()
                        > 0));
    }

    @Override
    public Set<String> closedTo(String login) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> Set.copyOf(handle.createQuery(CLOSED)
                .bind("login", login)
                .mapTo(String.class)
                .set())));
    }

    @Override
    public long submit(User user, CallId callId, Review.Given given, Instant now) {
        return keep(user, callId, given, now, SUBMIT);
    }

    @Override
    public long change(User user, CallId callId, Review.Given given, Instant now) {
        return keep(user, callId, given, now, CHANGE);
    }

    @Override
    public List<Review> own(User user, CallId callId) {
        return SqlFailures.translating(
                () -> jdbi.withHandle(handle -> JdbiReviewRows.of(handle, callId, user.login(), user.scope())));
    }

    @Override
    public List<Dispute> disputes(User user) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> JdbiDisputes.of(handle, user)));
    }

    @Override
    public long decide(User user, CallId callId, Review.Given given, Instant now) {
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            Dispute dispute = JdbiDisputes.of(handle, user).stream()
                    .filter(one -> one.callId().equals(callId))
                    .findFirst()
                    .orElseThrow(() -> new SeatTakenException(callId));
            requireAnswers(dispute, given);
            return insert(handle, user, callId, given, now, DECIDE, dispute.week());
        }));
    }

    private static void requireAnswers(Dispute dispute, Review.Given given) {
        Set<String> asked = dispute.items().stream()
                .map(item -> item.subject().id() + ' ' + item.item())
                .collect(Collectors.toSet());
        for (ReviewAnswer answer : given.answers()) {
            String name = answer.subject().id() + ' ' + answer.item();
            if (!asked.contains(name)) {
                throw new IllegalArgumentException("%s: expected one of what the two differ on".formatted(name));
            }
        }
    }

    private long keep(User user, CallId callId, Review.Given given, Instant now, String sql) {
        return SqlFailures.translating(
                () -> jdbi.inTransaction(handle -> insert(handle, user, callId, given, now, sql, null)));
    }

    private static long insert(
            Handle handle,
            User user,
            CallId callId,
            Review.Given given,
            Instant now,
            String sql,
            @Nullable LocalDate week) {
        Query query = JdbiReviewRows.by(user, handle.createQuery(sql));
        if (week != null) {
            query.bind("week", week);
        }
        return JdbiReviewRows.keep(handle, query, callId, given, now);
    }
}
