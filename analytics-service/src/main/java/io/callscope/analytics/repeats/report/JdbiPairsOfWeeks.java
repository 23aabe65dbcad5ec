package io.callscope.analytics.repeats.report;

import io.callscope.analytics.database.Columns;
import io.callscope.model.call.CallId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Both calls of the pairs that the report on repeats gives to hear for each cause, of each of some weeks and of all teams
 * and queues: what a report over several of them gives is among these. Stateless; works within the caller's transaction.
 */
public final class JdbiPairsOfWeeks {
    private static final String OF_WEEKS = """
            SELECT p.call_id, p.trigger_id FROM (
                SELECT c.call_id, c.trigger_id, row_number() OVER (
                    PARTITION BY w.starts, c.cause, coalesce(c.cause_owner, '')
                    ORDER BY c.cause_basis = 'said' DESC, c.started_at DESC, c.call_id) AS place
                FROM unnest(CAST(:starts AS timestamptz[]), CAST(:ends AS timestamptz[])) AS w (starts, ends)
                JOIN contacts c ON c.started_at >= w.starts AND c.started_at < w.ends
                JOIN contacts e ON e.call_id = c.trigger_id
                WHERE c.cause IS NOT NULL AND c.started_at >= :first AND c.started_at < :last
            ) AS p WHERE p.place <= :pairs
            """;

    private JdbiPairsOfWeeks() {}

    /** Calls of the pairs, of weeks that are over. */
    public static Set<CallId> of(Handle handle, Weeks weeks) {
        List<Weeks> each = weeks.mondays().stream()
                .map(monday -> new Weeks(monday, 1, weeks.zone()))
                .toList();
        return handle
                .createQuery(OF_WEEKS)
                .bindArray(
                        "starts",
                        String.class,
                        each.stream().map(week -> week.from().toString()).toList())
                .bindArray(
                        "ends",
                        String.class,
                        each.stream().map(week -> week.to().toString()).toList())
                .bind("first", Columns.requiredTime(weeks.from()))
                .bind("last", Columns.requiredTime(weeks.to()))
                .bind("pairs", JdbiRepeatReading.PAIRS)
                .map((row, context) -> List.of(Columns.required(row, "call_id"), Columns.required(row, "trigger_id")))
                .list()
                .stream()
                .flatMap(List::stream)
                .map(CallId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
