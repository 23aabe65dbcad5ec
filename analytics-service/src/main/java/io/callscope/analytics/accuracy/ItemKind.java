package io.callscope.analytics.accuracy;

import java.util.Locale;

/** What is scored. */
public enum ItemKind {
    /** A criterion of a scorecard. */
    CRITERION,
    /** One of the six forces. */
    FORCE,
    /** A code of the codebook. */
    CODE,
    /** Whether a contact repeats an earlier one. */
    REPEAT;

    /** The word for it in texts and files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
