package io.callscope.analytics.promises;

/** Flags of overdue promises. Implementations are thread-safe; several processes may keep the same flags. */
public interface PromiseFlags {
    /**
     * Raises the flags of promises whose term has passed and takes back those that are overdue no more.
     *
     * @return how it is after that
     */
    Standing keep();

    /**
     * How many promises there are.
     *
     * @param open whose term runs
     * @param overdue that raise a flag
     */
    record Standing(long open, long overdue) {}
}
