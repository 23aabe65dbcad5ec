package io.callscope.analytics.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** As whom somebody reviews a call. */
public enum Seat {
    FIRST,
    /** The second of two who do not know of one another. */
    SECOND,
    /** Decides where the two differ, without knowing who said what. */
    ADJUDICATION,
    /** Several people score the same call to agree on the scale. */
    CALIBRATION,
    /** From another system; nobody knows how the call was chosen. */
    IMPORT;

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
    public static Seat ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
