package io.callscope.analytics.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whom the failure of a critical criterion harms. It makes the total of the call 0. */
public enum Harm {
    CLIENT,
    BUSINESS,
    COMPLIANCE;

    /** The word for it in configuration. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value whose {@link #id()} is given.
     *
     * @throws IllegalArgumentException naming the word
     */
    public static Harm ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(Harm::id).toList();
    }
}
