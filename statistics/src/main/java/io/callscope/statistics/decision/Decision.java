package io.callscope.statistics.decision;

/** How far the machine is trusted with one item. */
public enum Decision {
    /** Its score counts; people keep checking a small blind sample. */
    AUTOMATE,
    /** It sorts and pre-fills after a person's blind score, which counts. */
    ASSIST,
    /** People score, as before. */
    KEEP_MANUAL
}
