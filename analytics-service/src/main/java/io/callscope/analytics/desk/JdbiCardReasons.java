package io.callscope.analytics.desk;

import io.callscope.analytics.database.Columns;
import java.time.Instant;
import java.time.ZoneId;
import org.jdbi.v3.core.Handle;

/** Why calls are to be looked at, in rows. Stateless; works within the caller's transaction. */
final class JdbiCardReasons {
    private static final String REASON = """
            INSERT INTO card_reasons (call_id, rule, priority, confidence, evidence, known_at, known_day, capped)
            VALUES (:call, :rule, :priority, :confidence, CAST(:evidence AS jsonb), :known, :day,
                (SELECT count(*) FROM (SELECT 1 FROM card_reasons
                    WHERE rule = :rule AND known_day = :day AND NOT capped LIMIT :cap) taken) >= :cap)
            ON CONFLICT (call_id, rule) DO UPDATE SET priority = excluded.priority, confidence = excluded.confidence,
                evidence = excluded.evidence
            """;

    private JdbiCardReasons() {}

    /**
     * Adds a reason, or brings the one that is there up to date.
     *
     * @param knownAt when it came to be known; of one that is there the first time stays
     * @param cap calls a day that the queue takes from the rule
     */
    static void put(Handle handle, String call, FlaggedCall.Reason reason, Instant knownAt, ZoneId zone, int cap) {
        handle.createUpdate(REASON)
                .bind("call", call)
                .bind("rule", reason.rule())
                .bind("priority", reason.priority())
                .bind("confidence", reason.confidence())
                .bind("evidence", Columns.json(reason.evidence()))
                .bind("known", Columns.time(knownAt))
                .bind("day", knownAt.atZone(zone).toLocalDate())
                .bind("cap", cap)
                .execute();
    }

    static boolean has(Handle handle, String call, String rule) {
        return handle.createQuery("SELECT count(*) FROM card_reasons WHERE call_id = :call AND rule = :rule")
                        .bind("call", call)
                        .bind("rule", rule)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }
}
