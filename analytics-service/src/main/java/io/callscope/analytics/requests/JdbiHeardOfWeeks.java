package io.callscope.analytics.requests;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.model.call.CallId;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Calls that the report on requests gives to hear for anything that it counts, of each of some weeks and of all teams and
 * queues: what a report over several of them gives is among these. Stateless; works within the caller's transaction.
 */
public final class JdbiHeardOfWeeks {
    private static final String OF_WEEKS = """
            SELECT DISTINCT f.call_id
            FROM (SELECT DISTINCT week, kind, item, part FROM request_weeks
                WHERE level = 0 AND week >= :first AND week <= :last) AS w
            CROSS JOIN LATERAL (
                SELECT c.call_id
                FROM (SELECT unnest(d.hear) AS call_id FROM request_days d
                    WHERE d.kind = w.kind AND d.item = w.item AND d.part = w.part AND d.hear <> '{}'
                        AND d.day >= w.week AND d.day < w.week + 7
                    ORDER BY d.day DESC, d.queue, d.team LIMIT :looked_at) AS kept
                JOIN calls c USING (call_id) ORDER BY c.listed_at DESC, c.call_id LIMIT :shown
            ) AS f
            """;

    private JdbiHeardOfWeeks() {}

    /** The calls, of weeks that are over. */
    public static Set<CallId> of(Handle handle, Weeks weeks) {
        return handle
                .createQuery(OF_WEEKS)
                .bind("first", weeks.first())
                .bind("last", weeks.last())
                .bind("looked_at", JdbiCallsToHear.LOOKED_AT)
                .bind("shown", JdbiCallsToHear.SHOWN)
                .map((row, context) -> new CallId(Columns.required(row, "call_id")))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
