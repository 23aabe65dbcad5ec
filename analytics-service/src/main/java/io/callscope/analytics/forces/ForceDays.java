package io.callscope.analytics.forces;

import java.time.ZoneId;

/** The days' counts, kept up with the calls. Implementations are thread-safe. */
public interface ForceDays {
    /** Says where the site is: days begin and end there. In another zone than before everything is counted again. */
    void in(ZoneId site);

    /**
     * Counts the oldest day again of those whose calls have changed.
     *
     * @return false when no day waits
     */
    boolean countOne();
}
