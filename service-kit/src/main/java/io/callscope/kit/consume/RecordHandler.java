package io.callscope.kit.consume;

import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;

/**
 * What a service does with one record. Called from several threads at once, but never for two records of one key. It
 * may be called again for a record that it has handled (at-least-once): what it does must be idempotent.
 */
@FunctionalInterface
public interface RecordHandler {
    /**
     * Returns once the outcome is durable; only then is the offset committed.
     *
     * @throws RejectedCallException when the record can never be handled: it goes to the dead letters
     * @throws RetryableException when something outside is away: the loop waits and calls again
     * @throws InterruptedException when the loop abandons the record (shutdown or revocation); it will come again
     */
    void handle(Received received) throws InterruptedException;
}
