package io.callscope.analytics.store;

import io.callscope.model.analysis.Force;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where all calls stand.
 *
 * @param all over all time
 * @param today since the site's midnight
 * @param forces marks of every force in the current analyses
 * @param oldestWaiting since when the oldest call waits for its transcript or analysis; null when none waits
 * @param analyzedLastHour calls analyzed within the last 60 minutes
 */
public record Overview(
        Counts all,
        Counts today,
        Map<Force, ForceCounts> forces,
        @Nullable Instant oldestWaiting,
        long analyzedLastHour) {
    public Overview {
        Objects.requireNonNull(all, "all");
        Objects.requireNonNull(today, "today");
        Map<Force, ForceCounts> complete = new EnumMap<>(Force.class);
        for (Force force : Force.values()) {
            complete.put(force, forces.getOrDefault(force, ForceCounts.NONE));
        }
        forces = java.util.Collections.unmodifiableMap(complete);
    }

    /**
     * Calls that reached a stage in a time. Recorded counts every call that came in, imported ones too.
     *
     * @param waiting calls that are neither analyzed nor failed
     * @param flagged analyzed calls that a supervisor should look at
     */
    public record Counts(long recorded, long transcribed, long analyzed, long failed, long waiting, long flagged) {}

    /**
     * Marks of one force.
     *
     * @param calls calls with at least one mark of it
     */
    public record ForceCounts(long barriers, long drivers, long calls) {
        static final ForceCounts NONE = new ForceCounts(0, 0, 0);
    }
}
