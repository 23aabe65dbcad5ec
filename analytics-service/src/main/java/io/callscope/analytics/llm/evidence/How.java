package io.callscope.analytics.llm.evidence;

import java.util.Locale;

/** How a quote was found. Closed: it is a metric's tag. */
public enum How {
    /** Letter by letter. */
    EXACT,
    /** But for case, "ё", punctuation, spaces and forms of the same character. */
    NORMALISED,
    /** But for a few characters. */
    NEAR;

    /** The word for this value in metrics. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
