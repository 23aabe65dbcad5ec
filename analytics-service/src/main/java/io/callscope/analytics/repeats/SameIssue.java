package io.callscope.analytics.repeats;

import io.callscope.analytics.desk.Issues;

/**
 * Whether two contacts of one customer are about the same issue. Must be a function of the two contacts alone, or links
 * would depend on the order in which calls arrive: an implementation that asks a language model keeps its answers.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface SameIssue {
    /**
     * @param earlier began before {@code later}, within the window; both have an issue
     */
    boolean same(Contact earlier, Contact later);

    /** By contact reason: the same one, or one that the codebook lists as related. */
    static SameIssue byReason(Issues issues) {
        return (earlier, later) -> issues.same(earlier.reason(), later.reason());
    }
}
