package io.callscope.analytics.repeats.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What contacts are split by. */
public enum Split {
    QUEUE,
    TEAM,
    REASON,
    PRODUCT,
    STAGE;

    /** The word in addresses and JSON. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
