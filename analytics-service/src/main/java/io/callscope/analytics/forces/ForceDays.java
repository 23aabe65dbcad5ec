package io.callscope.analytics.forces;

import java.time.ZoneId;

/** The days' counts, kept up with the calls. Implementations are thread-safe. */
public interface ForceDays {
    /** Says where the site is: days begin and end there. In another zone than before everything is counted again. */
    void in(ZoneId site);

    /** How far the calls' changes have come. */
    long newestChange();

    /**
     * Counts the oldest day again of those whose calls have changed.
     *
     * @param until only days of changes up to it; what has changed since then waits
     * @return false when no such day waits
     */
    boolean countOne(long until);

    /** Counts every day whose calls have changed by now, each once: today changes all the time. */
    default void countAll() {
        long until = newestChange();
        while (!Thread.currentThread().isInterrupted() && countOne(until)) {
            // another day waits
        }
    }
}
