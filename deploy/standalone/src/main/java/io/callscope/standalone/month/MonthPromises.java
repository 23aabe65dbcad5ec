package io.callscope.standalone.month;

import io.callscope.statistics.BinaryCounts;

/**
 * How well the promises of the simulated month were read. What term was drawn into a sentence is not known, so how many
 * terms are right is not told here.
 *
 * @param made calls that end with a promise in truth; machine: a promise is heard in them
 * @param termed how many of the calls that end with a promise, and in which one is heard, have a term that was said
 * @param calledBack calls that end with a promise, in which one is heard and whose number tells the customer, and after
 *     which the center called back in truth; machine: kept, or kept late
 */
public record MonthPromises(BinaryCounts made, long termed, BinaryCounts calledBack) {
    /** Share of the heard promises whose term is read, 0 to 1; not a number when none is heard. */
    public double termedShare() {
        return made.tp() == 0 ? Double.NaN : (double) termed / made.tp();
    }
}
