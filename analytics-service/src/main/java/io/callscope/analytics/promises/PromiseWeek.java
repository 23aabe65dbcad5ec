package io.callscope.analytics.promises;

import java.time.LocalDate;

/**
 * Promises whose term ended in one week, by what became of them.
 *
 * @param monday its first day
 * @param promises how many ended
 * @param kept in time
 * @param late kept after the term
 * @param broken the customer came back first, or somebody says so
 * @param overdue nobody has called
 * @param open ended so late in it that the grace still runs
 * @param cancelled do not hold any more
 * @param unknown cannot be followed
 */
public record PromiseWeek(
        LocalDate monday,
        long promises,
        long kept,
        long late,
        long broken,
        long overdue,
        long open,
        long cancelled,
        long unknown) {}
