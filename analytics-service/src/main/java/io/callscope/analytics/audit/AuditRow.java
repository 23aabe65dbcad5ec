package io.callscope.analytics.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A row of the log.
 *
 * @param seq place in the log, from 1, without gaps
 * @param at when, to the microsecond, which is what the database keeps
 * @param hash of this row and the hash before it, 64 hex digits; see {@link AuditChain}
 */
public record AuditRow(long seq, Instant at, AuditEvent event, String hash) {
    public AuditRow {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(hash, "hash");
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
