package io.callscope.analytics.promises;

import io.callscope.analytics.store.StoredCalls.StoredCall;
import java.time.Instant;

/** Promises of stored calls that are read again. Implementations are thread-safe. */
public interface RenewedPromises {
    /** By which reading all of them were read last; empty before the first time. */
    String finished();

    /** All of them are read so. */
    void finish(String reading, Instant at);

    /**
     * Reads the promises of a call again.
     *
     * @return whether that was done; not when the call has another analysis by now, which has read them
     */
    boolean renew(StoredCall call);
}
