package io.callscope.analytics.repeats;

import java.util.Locale;

/** What tells that two contacts of a customer are about the same issue. */
public enum LinkedBy {
    /** Both have the same reason, or reasons that the codebook lists as related. */
    REASON,
    /** Their reasons are heard to differ, or one is not heard, but the customer says that he calls again. */
    SAID,
    /** A language model found them to be about the same issue, and showed it by words of both. */
    MODEL;

    /** The word in the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
