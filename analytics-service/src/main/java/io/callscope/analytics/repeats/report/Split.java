package io.callscope.analytics.repeats.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What contacts are split by. */
public enum Split {
    QUEUE("queue", 16),
    TEAM("team", 8),
    REASON("contact_reason", 4),
    PRODUCT("product", 2),
    STAGE("stage", 1);

    private final String column;
    private final int level;

    Split(String column, int level) {
        this.column = column;
        this.level = level;
    }

    /** The column of contacts, and of what is counted of them. */
    String column() {
        return column;
    }

    /** Its part of the level of what is counted. */
    int level() {
        return level;
    }

    /** The word in addresses and JSON. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
