package io.callscope.analytics.forces;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was counted for one report.
 *
 * @param rows of the selected weeks and of those before, added up
 * @param weekly calls, and calls with a barrier, by week
 * @param lines calls, and calls with a barrier, by queue and by team
 * @param waiting days that are not counted yet
 */
record ForceCounts(List<Row> rows, List<OfWeek> weekly, Map<Split, List<OfLine>> lines, long waiting) {
    /** What lines are of. */
    enum Split {
        QUEUE,
        TEAM
    }

    /**
     * Calls that show the same.
     *
     * @param previous whether of the weeks before
     * @param kind as in the table {@code force_days}; what a kind does not name is empty
     */
    record Row(
            boolean previous,
            String kind,
            String polarity,
            String force,
            String stage,
            String code,
            String owner,
            long calls,
            long severe) {}

    /** Calls of a week: all of them for an empty force of kind {@code calls}, else with a barrier. */
    record OfWeek(LocalDate monday, String kind, String force, long calls) {}

    /** The same of a queue or team. */
    record OfLine(@Nullable String value, String kind, String force, long calls) {}
}
