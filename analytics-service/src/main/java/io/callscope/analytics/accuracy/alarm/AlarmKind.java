package io.callscope.analytics.accuracy.alarm;

import java.util.Locale;

/** What an alarm is about. */
public enum AlarmKind {
    /** Machine and people disagree more than they used to. */
    DISAGREEMENT,
    /** Another kind of calls comes in than the machine was checked on. */
    INPUT;

    /** The word for it in the store and in events. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
