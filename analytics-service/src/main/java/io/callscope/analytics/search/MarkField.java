package io.callscope.analytics.search;

/** What a mark has one value of. */
public enum MarkField {
    FORCE,
    CODE,
    POLARITY,
    STAGE,
    /** The department that must act. */
    OWNER
}
