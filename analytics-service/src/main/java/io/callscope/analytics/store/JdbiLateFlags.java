package io.callscope.analytics.store;

import io.callscope.analytics.database.Columns;
import io.callscope.model.analysis.Flag;
import org.jdbi.v3.core.Handle;

/**
 * Flags that no analysis gives a call, because they follow from what became of it since. They stand beside those of its
 * current analysis. Stateless; works within the caller's transaction, which holds the call's row.
 */
public final class JdbiLateFlags {
    private static final String ADD = """
            INSERT INTO flags (call_id, version_key, place, rule, priority, evidence)
            SELECT c.call_id, c.version_key, coalesce((SELECT max(f.place) + 1 FROM flags f
                    WHERE (f.call_id, f.version_key) = (c.call_id, c.version_key)), 0),
                :rule, :priority, CAST(:evidence AS jsonb)
            FROM calls c WHERE c.call_id = :call AND c.version_key IS NOT NULL AND NOT EXISTS (SELECT 1 FROM flags f
                WHERE (f.call_id, f.version_key) = (c.call_id, c.version_key) AND f.rule = :rule)
            """;

    private static final String REMOVE = "DELETE FROM flags WHERE call_id = :call AND rule = :rule";

    private static final String PRIORITY = """
            UPDATE calls c SET flag_priority = (SELECT min(f.priority) FROM flags f
                WHERE (f.call_id, f.version_key) = (c.call_id, c.version_key))
            WHERE c.call_id = :call
            """;

    private JdbiLateFlags() {}

    /** Flags the call; the same again changes nothing. */
    public static void add(Handle handle, String call, Flag flag) {
        handle.createUpdate(ADD)
                .bind("call", call)
                .bind("rule", flag.rule())
                .bind("priority", flag.priority())
                .bind("evidence", Columns.json(flag.evidence()))
                .execute();
        handle.createUpdate(PRIORITY).bind("call", call).execute();
    }

    /** Takes the flag of a rule back. */
    public static void remove(Handle handle, String call, String rule) {
        handle.createUpdate(REMOVE).bind("call", call).bind("rule", rule).execute();
        handle.createUpdate(PRIORITY).bind("call", call).execute();
    }
}
