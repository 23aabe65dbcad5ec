package io.callscope.analytics.desk;

import io.callscope.analytics.database.Columns;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Holding a card, and what is decided on it. Stateless; works within the caller's transaction. */
final class JdbiCardLocks {
    private JdbiCardLocks() {}

    /**
     * Holds the card until the transaction ends. Its calls are held first: an analysis holds its call and then the card,
     * and whoever comes the other way round would wait for ever.
     */
    static void lock(Handle handle, long card) {
        handle.createQuery("""
                        SELECT c.call_id FROM card_calls j JOIN calls c USING (call_id) WHERE j.card_id = :card
                        ORDER BY c.call_id FOR KEY SHARE OF c
                        """).bind("card", card).mapTo(String.class).list();
        lockAlone(handle, card);
    }

    /** Holds the card until the transaction ends, for whoever holds the call that it is about. */
    static void lockAlone(Handle handle, long card) {
        handle.createQuery("SELECT card_id FROM cards WHERE card_id = :card FOR UPDATE")
                .bind("card", card)
                .mapTo(Long.class)
                .findOne();
    }

    /** Whoever looks at the card sees something that is so no more. */
    static void countUp(Handle handle, long card) {
        handle.createUpdate("UPDATE cards SET version = version + 1 WHERE card_id = :card")
                .bind("card", card)
                .execute();
    }

    /** What is on the card now is decided. */
    static void settle(Handle handle, long card, Instant at) {
        handle.createUpdate("UPDATE card_calls SET settled_at = :at WHERE card_id = :card AND settled_at IS NULL")
                .bind("card", card)
                .bind("at", Columns.time(at))
                .execute();
    }

    /** All of it is to be decided again. */
    static void unsettle(Handle handle, long card) {
        handle.createUpdate("UPDATE card_calls SET settled_at = NULL WHERE card_id = :card")
                .bind("card", card)
                .execute();
    }
}
