package io.callscope.statistics.decision;

import java.util.Locale;

/** How far the machine is trusted with one item. */
public enum Decision {
    /** Its score counts; people keep checking a small blind sample. */
    AUTOMATE,
    /** It sorts and pre-fills after a person's blind score, which counts. */
    ASSIST,
    /** People score, as before. */
    KEEP_MANUAL;

    /** The word for it in texts, files and meters. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
