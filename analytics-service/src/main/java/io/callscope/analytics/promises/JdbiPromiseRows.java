package io.callscope.analytics.promises;

import io.callscope.analytics.database.Columns;
import io.callscope.model.call.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Promises in rows with what became of them, which no column says: it follows from the calls of the customer, the links
 * of his contacts, what people say, and the time. Stateless.
 */
final class JdbiPromiseRows {
    /** Outbound calls that reached the customer, after the promise. Said in the words of the index calls_called_back. */
    private static final String BACK = """
            LEFT JOIN LATERAL (SELECT o.call_id, o.listed_at AS at FROM calls o WHERE o.customer_key = c.customer_key
                AND o.customer_key IS NOT NULL AND o.direction = 'outbound' AND o.version_key IS NOT NULL
                AND o.verdict <> 'no-live-customer' AND (o.listed_at, o.call_id) > (c.listed_at, c.call_id)
                ORDER BY o.listed_at, o.call_id LIMIT 1) back ON true
            """;

    /** The contact that the promise was made in, the next one whose customer says that it was not kept, and the next. */
    private static final String CONTACTS = """
            LEFT JOIN contacts own ON own.call_id = coalesce(
                (SELECT l.contact_id FROM contact_calls l WHERE l.call_id = p.call_id), p.call_id)
            LEFT JOIN LATERAL (SELECT s.call_id, s.started_at AS at FROM contacts s WHERE s.chain_id = own.chain_id
                AND s.trigger_id = own.call_id AND s.cause = 'promise-not-kept' AND s.cause_basis = 'said'
                ORDER BY s.started_at, s.call_id LIMIT 1) told ON true
            LEFT JOIN LATERAL (SELECT s.call_id, s.started_at AS at FROM contacts s WHERE s.chain_id = own.chain_id
                AND s.position > own.position AND s.started_at > p.term_at
                ORDER BY s.started_at, s.call_id LIMIT 1) again ON true
            """;

    /** Promises {@code p} of calls {@code c}; binds {@code grace}, seconds, and {@code now}. */
    static final String FROM = """
            FROM promises p JOIN calls c USING (call_id)
            LEFT JOIN promise_closings x ON x.promise_id = p.promise_id AND x.undone_at IS NULL
            """ + BACK + CONTACTS + """
            CROSS JOIN LATERAL (SELECT p.term_at + :grace * interval '1 second' AS until,
                c.customer_key IS NULL OR own.standing = 'crowded' AS unknown) t
            """;

    static final String STATE = """
            CASE WHEN x.outcome IS NOT NULL THEN x.outcome
                WHEN t.unknown THEN 'unknown'
                WHEN told.call_id IS NOT NULL THEN 'broken'
                WHEN back.at <= t.until THEN 'kept'
                WHEN again.call_id IS NOT NULL AND (back.at IS NULL OR again.at < back.at) THEN 'broken'
                WHEN back.at IS NOT NULL THEN 'late'
                WHEN t.until < :now THEN 'overdue'
                ELSE 'open' END
            """;

    /** Whether its call is to be flagged: the term has passed, and the customer was not called. */
    static final String LAPSED =
            "x.outcome IS NULL AND t.unknown IS NOT TRUE AND back.call_id IS NULL AND t.until < :now";

    static final String SELECTED = """
            p.promise_id, p.call_id, p.at_ms, p.kind, p.said_due, p.due_at, p.term_at, c.listed_at, c.agent_id,
            c.agent_name, c.team, c.queue, c.customer_key, c.customer_last4, x.outcome, x.happened_at, x.who, x.note,
            back.call_id AS back_id, back.at AS back_at, told.call_id AS told_id, told.at AS told_at,
            again.call_id AS again_id, again.at AS again_at,
            """ + STATE + " AS state";

    private JdbiPromiseRows() {}

    static <S extends SqlStatement<S>> S at(S statement, Duration grace, Instant now) {
        return statement.bind("grace", grace.toSeconds()).bind("now", Columns.time(now));
    }

    static FollowedPromise promise(ResultSet row) throws SQLException {
        PromiseState state = PromiseState.ofId(Columns.required(row, "state")).orElseThrow();
        String outcome = row.getString("outcome");
        String decided = outcome != null ? null : decidedBy(row, state);
        Closing closing = outcome == null
                ? null
                : new Closing(
                        Closing.Outcome.ofId(outcome),
                        Columns.requiredInstant(row, "happened_at"),
                        Columns.required(row, "who"),
                        Columns.required(row, "note"));
        return new FollowedPromise(
                row.getLong("promise_id"),
                new CallId(Columns.required(row, "call_id")),
                row.getLong("at_ms"),
                PromiseKind.ofId(Columns.required(row, "kind")).orElseThrow(),
                row.getString("said_due"),
                Columns.instant(row, "due_at"),
                Columns.requiredInstant(row, "term_at"),
                state,
                decided == null ? null : new CallId(Columns.required(row, decided + "_id")),
                closing != null ? closing.happenedAt() : decided == null ? null : Columns.instant(row, decided + "_at"),
                Columns.requiredInstant(row, "listed_at"),
                row.getString("agent_id"),
                row.getString("agent_name"),
                row.getString("team"),
                row.getString("queue"),
                row.getString("customer_last4"),
                closing);
    }

    private static @Nullable String decidedBy(ResultSet row, PromiseState state) throws SQLException {
        return switch (state) {
            case KEPT, LATE -> "back";
            case BROKEN -> row.getString("told_id") == null ? "again" : "told";
            case OPEN, OVERDUE, CANCELLED, UNKNOWN -> null;
        };
    }
}
