package io.callscope.analytics.reanalyze;

import java.time.Instant;

/**
 * Where a reanalysis notes how far it is. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface ReanalysisLog {
    /** What is to be heard again: who wants it with which configuration, and calls of which time. */
    record Order(String config, Instant from, Instant to, String byName) {}

    /** Keeps a difference; gives its number. */
    long compared(Order order, Difference difference, Instant at);

    /** Putting it in force begins. */
    void applying(long number, Instant at);

    /** Adds calls that were left alone; those that were renewed are known by themselves. */
    void passedOver(long number, long passedOver);

    /** All of it is in force. */
    void applied(long number, Instant at);

    /**
     * Keeps others from putting a reanalysis in force until it is closed. A process that ends, however it does, lets go.
     *
     * @throws IllegalStateException when somebody else does
     */
    Turn takeTurn();

    /** The right to put a reanalysis in force. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }
}
