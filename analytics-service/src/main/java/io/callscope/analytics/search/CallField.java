package io.callscope.analytics.search;

/** What a call has one value of. */
public enum CallField {
    STATE,
    LANGUAGE,
    TEAM,
    QUEUE,
    PRODUCT,
    DIRECTION,
    /** The last four digits of the customer's number. */
    CUSTOMER,
    CALL_ID,
    REASON,
    RESOLUTION,
    VERDICT,
    /** Why the customer had to call again, when he said so. */
    CAUSE
}
