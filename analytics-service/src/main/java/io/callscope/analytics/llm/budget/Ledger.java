package io.callscope.analytics.llm.budget;

import io.callscope.analytics.llm.ask.LlmFailedException;
import java.time.Instant;
import java.util.UUID;

/**
 * Port: the book of what a language model has taken, shared by all instances. Implementations are thread-safe; every
 * method throws {@link io.callscope.kit.failure.RetryableException} when the book is away for now.
 */
interface Ledger {
    /** How a request ended. */
    enum End {
        ANSWERED,
        /** With a reply without an answer, or without a reply. */
        FAILED
    }

    /**
     * Sets an amount aside, unless a cap would be exceeded by all that is spent and set aside by anybody.
     *
     * @param currency of the amount; empty without prices
     * @param expires when the request is over for certain; what is not settled by then counts as spent
     * @throws LlmFailedException of reason CALL_BUDGET or DAY_BUDGET
     */
    UUID reserve(Item item, Amount amount, String currency, Caps caps, Instant expires);

    /** Books what a request took in place of what was set aside; does nothing when that has been done. */
    void settle(UUID reservation, Amount amount, long nanos, End end);

    /** Gives back what was set aside. */
    void release(UUID reservation);

    /** Books an answer that cost nothing. */
    void fromCache(Item item, String currency);

    /**
     * Books in full what was set aside by somebody who did not live to settle it.
     *
     * @return how many requests
     */
    int settleExpired(Instant now);
}
