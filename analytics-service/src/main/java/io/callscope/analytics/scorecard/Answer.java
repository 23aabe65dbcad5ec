package io.callscope.analytics.scorecard;

import java.util.Locale;

/** What is said of one criterion in one call. */
public enum Answer {
    MET,
    NOT_MET,
    NOT_APPLICABLE,
    /** Nobody knows; never taken for met. */
    UNSCORED;

    /** The word for it in texts and files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
