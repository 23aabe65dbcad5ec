package io.callscope.analytics.desk;

/** What an analysis may make of the desk, where its call is on no card yet. Cards that have the call follow it in any case. */
public enum NewWork {
    /** A card is made, joined, or opened again: the call has just been heard. */
    ALL,
    /** A card is made or joined; one that somebody closed stays closed: the call is old and heard otherwise now. */
    NOTHING_REOPENED,
    /** None: the call is old, and nobody waits for it. */
    NONE
}
