package io.callscope.analytics.scorecard;

import java.util.Locale;

/** Why the machine does not score a criterion. */
public enum Unscored {
    /** It takes a language model, and none has answered this question: none is configured, or the call waits for it. */
    NO_MODEL,
    /** A language model says yes and names words that nobody said, so its answer stands on nothing. */
    NOT_PROVEN,
    /** A language model cannot tell, or tells different things of parts of the call. */
    UNCLEAR,
    /** Only people can judge it. */
    PEOPLE_ONLY,
    /** The figure it is judged by is not known of this call, as who interrupts whom in one channel. */
    NOT_MEASURED,
    /** The criterion has no patterns for the call's language. */
    LANGUAGE;

    /** The word for it in texts and files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The value whose {@link #id()} is given.
     *
     * @throws IllegalArgumentException naming the word
     */
    public static Unscored ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
