package io.callscope.analytics.review.calibration;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.review.Assignment;
import io.callscope.analytics.review.JdbiMarksSeen;
import io.callscope.analytics.review.JdbiReviewRows;
import io.callscope.analytics.review.Review;
import io.callscope.analytics.review.Seat;
import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/** Seats of sessions in PostgreSQL: everybody has one at every call. Thread-safe. */
public final class JdbiCalibrationSeats implements CalibrationSeats {
    private static final String OPEN = """
            (s.closed_at IS NULL AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.session_id = k.session_id
                AND r.call_id = k.call_id AND r.reviewer = :login))
            """;

    private static final String SEEN = "(:every OR c.team = ANY(:teams))";

    private static final String SEATS = """
            SELECT s.week, s.scorecard, k.call_id, c.started_at, c.duration_ms, r.submitted_at
            FROM calibration_people p JOIN calibration_sessions s USING (session_id)
            JOIN calibration_calls k USING (session_id) JOIN calls c ON c.call_id = k.call_id
            LEFT JOIN reviews r ON r.session_id = k.session_id AND r.call_id = k.call_id AND r.reviewer = p.reviewer
                AND r.replaces IS NULL
            WHERE p.reviewer = :login AND %s AND (s.closed_at IS NULL OR r.review_id IS NOT NULL)
                AND (cast(:call AS text) IS NULL OR k.call_id = :call)
            ORDER BY r.submitted_at IS NOT NULL, r.submitted_at DESC, s.session_id, k.place LIMIT 300
            """.formatted(SEEN);

    private static final String CLOSED = """
            SELECT k.call_id FROM calibration_people p JOIN calibration_sessions s USING (session_id)
            JOIN calibration_calls k USING (session_id) WHERE p.reviewer = :login AND %s
            """.formatted(OPEN);

    private static final String SUBMIT = """
            INSERT INTO reviews (call_id, session_id, seat, reviewer, blind, scorecard, scorecard_version, machine_key,
                comment, submitted_at)
            SELECT k.call_id, k.session_id, 'calibration', :login, NOT %s, :scorecard, :version, v.version_key, :comment,
                :now
            FROM calibration_people p JOIN calibration_sessions s USING (session_id)
            JOIN calibration_calls k USING (session_id) JOIN calls c ON c.call_id = k.call_id
            LEFT JOIN evaluations v ON v.call_id = k.call_id AND v.scorecard = :scorecard AND v.current
            WHERE p.reviewer = :login AND k.call_id = :call AND s.scorecard = :scorecard AND %s AND %s
            ON CONFLICT DO NOTHING RETURNING review_id
            """.formatted(JdbiMarksSeen.byLogin("k.call_id"), SEEN, OPEN);

    private static final String CHANGE = """
            INSERT INTO reviews (call_id, session_id, seat, reviewer, blind, scorecard, scorecard_version, machine_key,
                comment, submitted_at, replaces)
            SELECT r.call_id, r.session_id, 'calibration', :login, false, r.scorecard, :version, v.version_key, :comment,
                :now, r.review_id
            FROM reviews r JOIN calls c USING (call_id)
            LEFT JOIN evaluations v ON v.call_id = r.call_id AND v.scorecard = r.scorecard AND v.current
            WHERE r.call_id = :call AND r.reviewer = :login AND r.session_id IS NOT NULL AND r.scorecard = :scorecard
                AND %s
            ORDER BY r.review_id DESC LIMIT 1
            ON CONFLICT DO NOTHING RETURNING review_id
            """.formatted(SEEN);

    private final Jdbi jdbi;

    public JdbiCalibrationSeats(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    }

    @Override
    public List<Assignment> of(User user, @Nullable CallId callId) {
        return SqlFailures.translating(() ->
                jdbi.withHandle(handle -> JdbiReviewRows.by(user, handle.createQuery(SEATS))
                        .bind("call", callId == null ? null : callId.value())
                        .map((row, context) -> new Assignment(
                                Objects.requireNonNull(row.getObject("week", LocalDate.class), "week"),
                                new CallId(Columns.required(row, "call_id")),
                                Seat.CALIBRATION,
                                Columns.required(row, "scorecard"),
                                user.login(),
                                Columns.instant(row, "started_at"),
                                Columns.longValue(row, "duration_ms"),
                                Columns.instant(row, "submitted_at")))
                        .list()));
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
        return keep(SUBMIT, user, callId, given, now);
    }

    @Override
    public long change(User user, CallId callId, Review.Given given, Instant now) {
        return keep(CHANGE, user, callId, given, now);
    }

    private long keep(String sql, User user, CallId callId, Review.Given given, Instant now) {
        return SqlFailures.translating(() -> jdbi.inTransaction(handle ->
                JdbiReviewRows.keep(handle, JdbiReviewRows.by(user, handle.createQuery(sql)), callId, given, now)));
    }
}
