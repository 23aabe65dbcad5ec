package io.callscope.analytics.accuracy;

/** What somebody says of one item in one call. Of a force, a code or a repeat contact, {@code MARKED} is "yes". */
public enum Label {
    /** A criterion is failed; a force, a code or a repeat contact is there. */
    MARKED,
    /** A criterion is met; a force, a code or a repeat contact is not there. */
    CLEAR,
    /** The item does not concern the call. */
    NOT_APPLICABLE
}
