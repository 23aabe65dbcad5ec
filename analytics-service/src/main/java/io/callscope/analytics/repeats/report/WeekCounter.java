package io.callscope.analytics.repeats.report;

import java.time.Instant;
import java.time.ZoneId;

/** The weeks' counts, kept up with the contacts. Implementations are thread-safe. */
public interface WeekCounter {
    /** Says where the site is: weeks begin and end there. In another zone than before everything is counted again. */
    void in(ZoneId site);

    /**
     * Counts the oldest week again of those whose contacts have changed.
     *
     * @param closed only weeks that end before it; later ones still change all the time, and reports read their contacts
     * @return false when no such week waits, or another process counts just now
     */
    boolean countOne(Instant closed);

    /** Counts every closed week whose contacts have changed. */
    default void countAll(Instant closed) {
        while (!Thread.currentThread().isInterrupted() && countOne(closed)) {
            // another week waits
        }
    }
}
