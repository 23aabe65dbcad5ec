package io.callscope.analytics.pinned;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.model.call.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Calls of plans, reviews and appeals in PostgreSQL: planned ones until every seat has its review and two who differ have
 * their decision; reviewed ones as long as the team may object, and while an appeal is open, and some time after; those of sessions that go on.
 * Thread-safe; the data source belongs to the caller.
 */
public final class JdbiNeededCalls implements NeededCalls {
    private static final int MOST = 5_000;

    private static final String NEEDED = """
            WITH differing AS (
                SELECT f.plan_id, f.call_id FROM reviews f
                JOIN reviews g ON g.plan_id = f.plan_id AND g.call_id = f.call_id AND g.seat = 'second'
                    AND g.replaces IS NULL
                WHERE f.seat = 'first' AND f.replaces IS NULL
                    AND NOT EXISTS (SELECT 1 FROM reviews d WHERE d.plan_id = f.plan_id AND d.call_id = f.call_id
                        AND d.seat = 'adjudication')
                    AND EXISTS (SELECT 1 FROM (SELECT * FROM review_answers WHERE review_id = f.review_id) a
                        FULL JOIN (SELECT * FROM review_answers WHERE review_id = g.review_id) b
                            ON a.subject = b.subject AND a.item = b.item
                        WHERE a.answer IS DISTINCT FROM b.answer)
            ), needed AS (
                SELECT t.call_id FROM review_seats t JOIN sample_plans s USING (plan_id)
                WHERE s.made_at > :planned AND NOT s.simulated
                    AND (NOT EXISTS (SELECT 1 FROM reviews r WHERE r.plan_id = t.plan_id AND r.call_id = t.call_id
                        AND r.seat = t.seat)
                    OR (t.plan_id, t.call_id) IN (SELECT plan_id, call_id FROM differing))
                UNION SELECT r.call_id FROM reviews r LEFT JOIN sample_plans s USING (plan_id)
                    WHERE r.submitted_at > :after AND s.simulated IS NOT TRUE
                UNION SELECT k.call_id FROM calibration_calls k JOIN calibration_sessions s USING (session_id)
                    WHERE s.closed_at IS NULL AND s.made_at > :planned
                UNION SELECT call_id FROM appeals WHERE coalesce(decided_at, due_at) > :after
            )
            SELECT call_id FROM calls JOIN needed USING (call_id) WHERE audio IS NOT NULL
            ORDER BY started_at, call_id LIMIT :most
            """;

    private final Jdbi jdbi;
    private final Duration keepPlanned;
    private final Duration keepAfter;

    public JdbiNeededCalls(DataSource dataSource, PinSettings settings) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.keepPlanned = settings.keepPlanned();
        this.keepAfter = settings.keepAfter();
    }

    @Override
    public List<CallId> at(Instant now) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createQuery(NEEDED)
                .bind("planned", Columns.time(now.minus(keepPlanned)))
                .bind("after", Columns.time(now.minus(keepAfter)))
                .bind("most", MOST)
                .map((row, context) -> new CallId(Columns.required(row, "call_id")))
                .list()));
    }
}
