package io.callscope.analytics.review;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.PgText;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Reviews and their answers in rows. Stateless; works within the caller's transaction. */
public final class JdbiReviewRows {
    private static final String INSERT_ANSWER = """
            INSERT INTO review_answers (review_id, subject, item, answer, severity, comment, at_ms)
            VALUES (:review, :subject, :item, :answer, :severity, :comment, :at)
            """;

    private static final String REVIEWS = """
            SELECT r.* FROM reviews r JOIN calls c USING (call_id)
            WHERE r.call_id = :call AND r.reviewer = :login AND (:every OR c.team = ANY(:teams))
            ORDER BY r.review_id
            """;

    private static final String ANSWERS = """
            SELECT a.* FROM review_answers a JOIN reviews r USING (review_id)
            WHERE r.call_id = :call AND r.reviewer = :login ORDER BY a.review_id, a.subject, a.item
            """;

    private JdbiReviewRows() {}

    /** Binds who asks or acts, as {@code :login}, {@code :every} and {@code :teams}. */
    public static <S extends SqlStatement<S>> S by(User user, S statement) {
        TeamScope scope = user.scope();
        return statement
                .bind("login", user.login())
                .bind("every", scope.everyTeam())
                .bindArray("teams", String.class, List.copyOf(scope.teams()));
    }

    /**
     * Keeps a review and its answers.
     *
     * @param insert returns the number of the review it inserts, nothing when there is no seat for it
     * @return that number
     * @throws SeatTakenException when there is none
     */
    public static long keep(Handle handle, Query insert, CallId callId, Review.Given given, Instant now) {
        long id = insert.bind("call", callId.value())
                .bind("scorecard", given.scorecard())
                .bind("version", given.scorecardVersion())
                .bind("comment", PgText.cleanOrNull(given.comment()))
                .bind("now", Columns.time(now))
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new SeatTakenException(callId));
        insert(handle, id, given.answers());
        return id;
    }

    private static void insert(Handle handle, long review, List<ReviewAnswer> answers) {
        try (PreparedBatch batch = handle.prepareBatch(INSERT_ANSWER)) {
            for (ReviewAnswer answer : answers) {
                batch.bind("review", review)
                        .bind("subject", answer.subject().id())
                        .bind("item", answer.item())
                        .bind("answer", answer.answer())
                        .bind("severity", answer.severity())
                        .bind("comment", PgText.cleanOrNull(answer.comment()))
                        .bind("at", answer.atMs())
                        .add();
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    /** Those of one person about one call, the first first. */
    static List<Review> of(Handle handle, CallId callId, String login, TeamScope scope) {
        Map<Long, List<ReviewAnswer>> answers = new HashMap<>();
        handle.createQuery(ANSWERS)
                .bind("call", callId.value())
                .bind("login", login)
                .map((row, context) -> answers.computeIfAbsent(row.getLong("review_id"), id -> new ArrayList<>())
                        .add(answer(row)))
                .list();
        return handle.createQuery(REVIEWS)
                .bind("call", callId.value())
                .bind("login", login)
                .bind("every", scope.everyTeam())
                .bindArray("teams", String.class, List.copyOf(scope.teams()))
                .map((row, context) -> review(row, answers))
                .list();
    }

    private static Review review(ResultSet row, Map<Long, List<ReviewAnswer>> answers) throws SQLException {
        long id = row.getLong("review_id");
        return new Review(
                id,
                new CallId(Columns.required(row, "call_id")),
                Seat.ofId(Columns.required(row, "seat")),
                Columns.required(row, "reviewer"),
                row.getBoolean("blind"),
                Columns.share(row, "pi"),
                Columns.required(row, "scorecard"),
                Columns.required(row, "scorecard_version"),
                row.getString("machine_key"),
                row.getString("comment"),
                Columns.requiredInstant(row, "submitted_at"),
                Columns.longValue(row, "replaces"),
                answers.getOrDefault(id, List.of()));
    }

    private static ReviewAnswer answer(ResultSet row) throws SQLException {
        return new ReviewAnswer(
                Subject.ofId(Columns.required(row, "subject")),
                Columns.required(row, "item"),
                Columns.required(row, "answer"),
                Columns.integer(row, "severity"),
                row.getString("comment"),
                Columns.longValue(row, "at_ms"));
    }
}
