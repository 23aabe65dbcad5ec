package io.callscope.analytics.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an answer of a review is about. */
public enum Subject {
    /** A criterion of the scorecard: met, not-met, not-applicable or unscored. */
    CRITERION,
    /** Whether there is a barrier to one of the six forces: yes with its severity, or no. */
    FORCE,
    /** A code of a force that has a barrier: yes; no only as a decision on what two people differ on. */
    CODE,
    /** Whether the customer calls again about the same: yes or no. */
    REPEAT,
    /** Why he does: yes; no as with a code. */
    CAUSE,
    /** How the question ended. */
    RESOLUTION,
    /** Whether the text is good enough to judge by: good or bad. */
    RECOGNITION;

    /** The word for it in the database and in JSON. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value whose {@link #id()} is given.
     *
     * @throws IllegalArgumentException naming the word
     */
    public static Subject ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
