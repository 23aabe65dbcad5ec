package io.callscope.analytics.review.appeals;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Appeals and reviews in rows, as one user may see them: those of his teams, without calls that are closed to him, but
 * with those on which he is deciding himself. Works within the caller's transaction. Not thread-safe.
 */
final class JdbiAppealRows {
    /** Reviews {@code r} that decide what an agent is told; of imported ones the latest, which mends the earlier. */
    static final String APPEALABLE = """
            (r.seat IN ('first', 'second', 'adjudication') AND r.replaces IS NULL
                OR r.seat = 'import' AND NOT EXISTS (SELECT 1 FROM reviews n WHERE n.replaces = r.review_id))
            """;

    private static final String TEAMS = "(:every OR c.team = ANY(:teams))";
    private static final String OPEN = "p.decided_at IS NULL AND p.due_at > :now";

    private static final String APPEALS = """
            SELECT p.*, r.scorecard, r.scorecard_version, c.started_at,
                CASE WHEN p.decided_at IS NOT NULL THEN 'DECIDED' WHEN p.due_at > :now THEN 'OPEN' ELSE 'EXPIRED' END
                    AS state
            FROM appeals p JOIN reviews r USING (review_id) JOIN calls c ON c.call_id = p.call_id
            WHERE %s AND (NOT p.call_id = ANY(:closed) OR p.taken_by = :login AND %s)
                AND (cast(:appeal AS bigint) IS NULL OR p.appeal_id = :appeal)
            ORDER BY NOT (%2$s), CASE WHEN %2$s THEN p.due_at END, p.appeal_id DESC LIMIT 300
            """.formatted(TEAMS, OPEN);

    private static final String SCORES = """
            SELECT p.*, r.reviewer, a.answer
            FROM appeals p JOIN reviews r USING (review_id) JOIN calls c ON c.call_id = p.call_id
            JOIN review_answers a ON a.review_id = r.review_id AND a.subject = 'criterion' AND a.item = p.criterion
            WHERE %s AND NOT p.call_id = ANY(:closed) AND p.appeal_id = :appeal AND NOT (%s)
            """.formatted(TEAMS, OPEN);

    private static final String WHOLE = """
            SELECT r.scorecard, r.scorecard_version, a.item, a.answer, coalesce(d.decided_answer, a.answer) AS counts
            FROM appeals p JOIN reviews r USING (review_id)
            JOIN review_answers a ON a.review_id = r.review_id AND a.subject = 'criterion'
            LEFT JOIN appeals d ON d.review_id = r.review_id AND d.criterion = a.item AND d.decided_at IS NOT NULL
            WHERE p.appeal_id = :appeal ORDER BY a.item
            """;

    private static final String REVIEWS = """
            SELECT r.*, c.started_at, c.agent_id FROM reviews r JOIN calls c USING (call_id)
            WHERE %s AND %s AND NOT r.call_id = ANY(:closed)
            """.formatted(APPEALABLE, TEAMS);

    private static final String ANSWERS = """
            SELECT a.item, a.answer, a.comment, a.at_ms, p.appeal_id
            FROM review_answers a LEFT JOIN appeals p ON p.review_id = a.review_id AND p.criterion = a.item
            WHERE a.review_id = :review AND a.subject = 'criterion' ORDER BY a.item
            """;

    private final Handle handle;
    private final User user;
    private final Instant now;
    private final UnaryOperator<Instant> appealBefore;

    /**
     * @param appealBefore until when a team may object to a review of a time
     */
    JdbiAppealRows(Handle handle, User user, Instant now, UnaryOperator<Instant> appealBefore) {
        this.handle = handle;
        this.user = user;
        this.now = now;
        this.appealBefore = appealBefore;
    }

    /**
     * @param number of one of them; null for all
     */
    List<Appeal> appeals(@Nullable Long number) {
        return seen(handle.createQuery(APPEALS))
                .bind("login", user.login())
                .bind("now", Columns.time(now))
                .bind("appeal", number)
                .map((row, context) -> appeal(row))
                .list();
    }

    private static Appeal appeal(ResultSet row) throws SQLException {
        return new Appeal(
                row.getLong("appeal_id"),
                new CallId(Columns.required(row, "call_id")),
                Columns.required(row, "scorecard"),
                Columns.required(row, "scorecard_version"),
                Columns.required(row, "criterion"),
                Columns.instant(row, "started_at"),
                Columns.longValue(row, "at_ms"),
                Columns.required(row, "filed_by"),
                Columns.requiredInstant(row, "filed_at"),
                Columns.requiredInstant(row, "due_at"),
                row.getString("taken_by"),
                AppealState.valueOf(Columns.required(row, "state")));
    }

    private record Answered(String scorecard, String version, String criterion, Answer given, Answer counting) {}

    /** Null when the scorecard has changed since: its weights would be those of other criteria. */
    private @Nullable AppealTotals totals(long number, Scorecards inForce) {
        List<Answered> answers = handle.createQuery(WHOLE)
                .bind("appeal", number)
                .map((row, context) -> new Answered(
                        Columns.required(row, "scorecard"),
                        Columns.required(row, "scorecard_version"),
                        Columns.required(row, "item"),
                        Answer.ofId(Columns.required(row, "answer")),
                        Answer.ofId(Columns.required(row, "counts"))))
                .list();
        return answers.isEmpty()
                ? null
                : inForce.all().stream()
                        .filter(one -> one.id().equals(answers.get(0).scorecard())
                                && one.version().equals(answers.get(0).version()))
                        .findFirst()
                        .map(one -> AppealTotals.of(
                                one,
                                answers.stream().collect(Collectors.toMap(Answered::criterion, Answered::given)),
                                answers.stream().collect(Collectors.toMap(Answered::criterion, Answered::counting))))
                        .orElse(null);
    }

    /** @param inForce scorecards, for the totals */
    Optional<AppealScores> scores(long number, Scorecards inForce) {
        return seen(handle.createQuery(SCORES))
                .bind("now", Columns.time(now))
                .bind("appeal", number)
                .map((row, context) -> new AppealScores(
                        number,
                        Columns.required(row, "reason"),
                        Columns.required(row, "reviewer"),
                        Columns.required(row, "answer"),
                        row.getString("decided_answer"),
                        Columns.instant(row, "decided_at"),
                        row.getString("decision_comment"),
                        totals(number, inForce)))
                .findOne();
    }

    /** Those that were given since then, the oldest first. */
    List<ScoredReview> reviews(Instant since) {
        return seen(handle.createQuery(REVIEWS + " AND r.submitted_at >= :since ORDER BY r.submitted_at LIMIT 500"))
                .bind("since", Columns.time(since))
                .map((row, context) -> review(row, List.of()))
                .list();
    }

    Optional<ScoredReview> review(long number) {
        List<ScoredReview.Scored> answers = handle.createQuery(ANSWERS)
                .bind("review", number)
                .map((row, context) -> new ScoredReview.Scored(
                        Columns.required(row, "item"),
                        Columns.required(row, "answer"),
                        row.getString("comment"),
                        Columns.longValue(row, "at_ms"),
                        Columns.longValue(row, "appeal_id")))
                .list();
        return seen(handle.createQuery(REVIEWS + " AND r.review_id = :review"))
                .bind("review", number)
                .map((row, context) -> review(row, answers))
                .findOne();
    }

    private ScoredReview review(ResultSet row, List<ScoredReview.Scored> answers) throws SQLException {
        Instant submittedAt = Columns.requiredInstant(row, "submitted_at");
        return new ScoredReview(
                row.getLong("review_id"),
                new CallId(Columns.required(row, "call_id")),
                Columns.required(row, "scorecard"),
                Columns.required(row, "scorecard_version"),
                Columns.instant(row, "started_at"),
                row.getString("agent_id"),
                submittedAt,
                appealBefore.apply(submittedAt),
                answers);
    }

    boolean isReviewer(long review) {
        return handle.createQuery("SELECT count(*) FROM reviews WHERE review_id = :review AND reviewer = :login")
                        .bind("review", review)
                        .bind("login", user.login())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private <S extends SqlStatement<S>> S seen(S statement) {
        TeamScope scope = user.scope();
        return statement
                .bind("every", scope.everyTeam())
                .bindArray("teams", String.class, List.copyOf(scope.teams()))
                .bindArray("closed", String.class, List.copyOf(scope.closed()));
    }
}
