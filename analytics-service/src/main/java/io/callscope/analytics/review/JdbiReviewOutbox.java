package io.callscope.analytics.review;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.model.call.CallId;
import io.callscope.model.review.CallReviewed;
import io.callscope.model.review.ReviewedItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Reviews without a time of publication in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiReviewOutbox implements ReviewOutbox {
    private static final int BATCH = 500;

    private static final String WAITING = """
            SELECT review_id, call_id, seat, reviewer, blind, pi, scorecard, scorecard_version, machine_key, submitted_at,
                replaces
            FROM reviews WHERE published_at IS NULL ORDER BY review_id LIMIT :batch
            """;

    private static final String ANSWERS = """
            SELECT review_id, subject, item, answer, severity FROM review_answers
            WHERE review_id = ANY(:reviews) ORDER BY review_id, subject, item
            """;

    private static final String DONE = "UPDATE reviews SET published_at = :at WHERE review_id = :review";

    private final Jdbi jdbi;

    public JdbiReviewOutbox(DataSource dataSource) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
    }

    @Override
    public List<CallReviewed> pending() {
        return SqlFailures.translating(
                () -> jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, JdbiReviewOutbox::pending));
    }

    private static List<CallReviewed> pending(Handle handle) {
        Map<Long, List<ReviewedItem>> answers = new HashMap<>();
        List<CallReviewed> heads = handle.createQuery(WAITING)
                .bind("batch", BATCH)
                .map((row, context) -> new CallReviewed(
                        new CallId(Columns.required(row, "call_id")),
                        row.getLong("review_id"),
                        Columns.required(row, "seat"),
                        Columns.required(row, "reviewer"),
                        row.getBoolean("blind"),
                        Columns.share(row, "pi"),
                        Columns.required(row, "scorecard"),
                        Columns.required(row, "scorecard_version"),
                        row.getString("machine_key"),
                        Columns.requiredInstant(row, "submitted_at"),
                        Columns.longValue(row, "replaces"),
                        List.of()))
                .list();
        handle.createQuery(ANSWERS)
                .bindArray(
                        "reviews",
                        Long.class,
                        heads.stream().map(CallReviewed::reviewId).toList())
                .map((row, context) -> answers.computeIfAbsent(row.getLong("review_id"), id -> new ArrayList<>())
                        .add(new ReviewedItem(
                                Columns.required(row, "subject"),
                                Columns.required(row, "item"),
                                Columns.required(row, "answer"),
                                Columns.integer(row, "severity"))))
                .list();
        return heads.stream()
                .map(head -> new CallReviewed(
                        head.callId(),
                        head.reviewId(),
                        head.seat(),
                        head.reviewer(),
                        head.blind(),
                        head.inclusion(),
                        head.scorecard(),
                        head.scorecardVersion(),
                        head.machineKey(),
                        head.submittedAt(),
                        head.replaces(),
                        answers.getOrDefault(head.reviewId(), List.of())))
                .toList();
    }

    @Override
    public void published(long reviewId, Instant at) {
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createUpdate(DONE)
                .bind("review", reviewId)
                .bind("at", Columns.time(at))
                .execute()));
    }
}
