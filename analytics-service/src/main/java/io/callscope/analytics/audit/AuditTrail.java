package io.callscope.analytics.audit;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reading the log. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface AuditTrail {
    /**
     * Which rows are asked for. A null component does not filter.
     *
     * @param login whose
     * @param action id of an {@link AuditAction}
     * @param callId about this call
     * @param from at or after
     * @param to before
     */
    record Filter(
            @Nullable String login,
            @Nullable AuditAction action,
            @Nullable String callId,
            @Nullable Instant from,
            @Nullable Instant to) {
        public static Filter everything() {
            return new Filter(null, null, null, null, null);
        }
    }

    /**
     * The newest rows first.
     *
     * @param before only rows with a smaller seq; {@link Long#MAX_VALUE} to begin with
     */
    List<AuditRow> newest(Filter filter, long before, int limit);

    /** Gives every row, in order, until the reader has enough. */
    void readAll(Predicate<AuditRow> reader);
}
