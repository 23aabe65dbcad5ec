package io.callscope.analytics.review;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What two reviewers differ on. Stateless; works within the caller's transaction. */
final class JdbiDisputes {
    /** Answers go in the order of their words, which says nothing of who gave them. */
    private static final String DISPUTES = """
            WITH pairs AS (
                SELECT s.week, f.call_id, f.scorecard, f.scorecard_version, c.started_at, f.review_id AS one,
                    g.review_id AS other
                FROM reviews f
                JOIN reviews g ON g.plan_id = f.plan_id AND g.call_id = f.call_id AND g.seat = 'second'
                    AND g.replaces IS NULL
                JOIN sample_plans s ON s.plan_id = f.plan_id
                JOIN calls c ON c.call_id = f.call_id
                WHERE f.seat = 'first' AND f.replaces IS NULL AND f.scorecard_version = g.scorecard_version
                    AND f.reviewer <> :login AND g.reviewer <> :login AND (:every OR c.team = ANY(:teams))
                    AND NOT EXISTS (SELECT 1 FROM reviews d WHERE d.plan_id = f.plan_id AND d.call_id = f.call_id
                        AND d.seat = 'adjudication'))
            SELECT p.*, d.subject, d.item, d.low, d.high
            FROM pairs p CROSS JOIN LATERAL (
                SELECT coalesce(a.subject, b.subject) AS subject, coalesce(a.item, b.item) AS item,
                    least(a.answer, b.answer) AS low, greatest(a.answer, b.answer) AS high
                FROM (SELECT * FROM review_answers WHERE review_id = p.one) a
                FULL JOIN (SELECT * FROM review_answers WHERE review_id = p.other) b
                    ON a.subject = b.subject AND a.item = b.item
                WHERE a.answer IS DISTINCT FROM b.answer) d
            ORDER BY p.week, p.call_id, d.subject, d.item
            """;

    private JdbiDisputes() {}

    /** Those that he may decide, the oldest week first. */
    static List<Dispute> of(Handle handle, User user) {
        Map<String, Dispute> calls = new LinkedHashMap<>();
        Map<String, List<Dispute.Item>> items = new LinkedHashMap<>();
        handle.createQuery(DISPUTES)
                .bind("login", user.login())
                .bind("every", user.scope().everyTeam())
                .bindArray("teams", String.class, List.copyOf(user.scope().teams()))
                .map((row, context) -> {
                    Dispute head = head(row);
                    String key = head.week() + " " + head.callId();
                    calls.putIfAbsent(key, head);
                    return items.computeIfAbsent(key, call -> new ArrayList<>()).add(item(row));
                })
                .list();
        return calls.entrySet().stream()
                .map(one -> with(one.getValue(), items.getOrDefault(one.getKey(), List.of())))
                .toList();
    }

    private static Dispute head(ResultSet row) throws SQLException {
        return new Dispute(
                Objects.requireNonNull(row.getObject("week", LocalDate.class), "week"),
                new CallId(Columns.required(row, "call_id")),
                Columns.required(row, "scorecard"),
                Columns.required(row, "scorecard_version"),
                Columns.instant(row, "started_at"),
                List.of());
    }

    private static Dispute.Item item(ResultSet row) throws SQLException {
        return new Dispute.Item(
                Subject.ofId(Columns.required(row, "subject")),
                Columns.required(row, "item"),
                Stream.of(Columns.required(row, "low"), Columns.required(row, "high"))
                        .distinct()
                        .toList());
    }

    private static Dispute with(Dispute head, List<Dispute.Item> items) {
        return new Dispute(
                head.week(), head.callId(), head.scorecard(), head.scorecardVersion(), head.startedAt(), items);
    }
}
