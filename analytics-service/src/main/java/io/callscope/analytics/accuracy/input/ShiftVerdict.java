package io.callscope.analytics.accuracy.input;

import java.util.Locale;

/** What is said of one feature. */
public enum ShiftVerdict {
    /** Not shown to differ, or so little that nobody would notice. */
    SAME,
    /** Differs, beyond chance and by what one calls a moderate shift. */
    CHANGED,
    /** Differs by what one calls a large shift. */
    MUCH_CHANGED,
    /** Not compared: too few calls in one of the two times. */
    TOO_FEW_CALLS,
    /** Not compared: calls of too few agents to tell a change from their own ways. */
    TOO_FEW_AGENTS,
    /** Nothing to compare: every call is alike in it. */
    CONSTANT;

    /** The word for it in texts. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isChange() {
        return this == CHANGED || this == MUCH_CHANGED;
    }
}
