package io.callscope.analytics.store;

import io.callscope.analytics.database.Columns;
import io.callscope.model.analysis.CallAnalyzed;
import org.jdbi.v3.core.Handle;

/** Which calls a reanalysis renewed. Stateless; works within the caller's transaction. */
final class RenewalStore {
    /** Notes one, to be published; a call that the same reanalysis renews again is published again. */
    void append(Handle handle, CallAnalyzed analyzed, Renewals.Renewal renewal) {
        handle.createUpdate("""
                        INSERT INTO renewed_calls (reanalysis_id, call_id, version_key, before_key, renewed_at)
                        VALUES (:reanalysis, :call, :version, :before, :at)
                        ON CONFLICT (reanalysis_id, call_id) DO UPDATE SET version_key = excluded.version_key,
                            before_key = excluded.before_key, renewed_at = excluded.renewed_at, published_at = NULL
                        """)
                .bind("reanalysis", renewal.reanalysis())
                .bind("call", analyzed.callId().value())
                .bind("version", analyzed.analysis().versions().key())
                .bind("before", renewal.seen())
                .bind("at", Columns.time(analyzed.analyzedAt()))
                .execute();
    }
}
