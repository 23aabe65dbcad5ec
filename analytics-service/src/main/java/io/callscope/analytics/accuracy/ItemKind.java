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
    REPEAT,
    /** Whether the earlier contact that it repeats is found. */
    LINK,
    /** Why a customer calls again: one of the codebook's causes. */
    CAUSE;

    /** The word for it in texts and files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
