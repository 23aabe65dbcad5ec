package io.callscope.analytics.repeats;

/** The links of customers' contacts, and which of them must be made again. Implementations are thread-safe. */
public interface RepeatLinks {
    /**
     * Sees to it that all links are made again unless they were made by these rules.
     *
     * @param rulesHash of everything besides the calls that links depend on
     */
    void madeBy(String rulesHash);

    /**
     * Links some of the customers that wait.
     *
     * @return how many were linked; 0 when none waits, or another process links those that do
     */
    int linkSome();

    /** How many calls have changed since they were linked. */
    long waiting();
}
