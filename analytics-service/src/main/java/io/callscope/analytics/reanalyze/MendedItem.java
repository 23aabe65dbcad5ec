package io.callscope.analytics.reanalyze;

import java.util.List;
import java.util.Objects;

/**
 * On how many tuning calls machine and people differ about one item, and what a change makes of it.
 *
 * @param item its key, such as {@code code.certainty.no-deadline} or {@code force.certainty}
 * @param compared calls on which people say whether it is there
 * @param now calls on which the machine says something else as it hears them now
 * @param mended of these, calls on which it says the same as people after the change
 * @param made calls on which it says the same now and something else after the change
 * @param mendedCalls some of those that are mended, at random, at the words that are heard before or after
 * @param madeCalls likewise of those that are made
 * @param leftCalls likewise of those on which both differ before and after
 */
public record MendedItem(
        String item,
        long compared,
        long now,
        long mended,
        long made,
        List<Example> mendedCalls,
        List<Example> madeCalls,
        List<Example> leftCalls) {
    public MendedItem {
        Objects.requireNonNull(item, "item");
        mendedCalls = List.copyOf(mendedCalls);
        madeCalls = List.copyOf(madeCalls);
        leftCalls = List.copyOf(leftCalls);
    }

    /** Calls on which both differ after the change. */
    public long after() {
        return now - mended + made;
    }
}
