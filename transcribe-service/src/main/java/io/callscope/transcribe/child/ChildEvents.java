package io.callscope.transcribe.child;

/** What is to be counted of children. Implementations are thread-safe. */
public interface ChildEvents {
    /** A child came up. */
    void started();

    /** A child ended; for every {@link #started()} one in the end, and one for each that never came up. */
    void ended(ChildEnd.Cause cause);

    /** A request is tried again because its child ended. */
    void triedAgain(ChildEnd.Cause cause);

    /** How much memory the child has in RAM, bytes; 0 when there is none. */
    void resident(long bytes);
}
