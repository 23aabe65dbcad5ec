package io.callscope.analytics.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a mark is false. */
public enum FalseReason {
    /** These are not the words that were said. */
    WORDS,
    /** Somebody else said them. */
    SPEAKER,
    /** They mean something else. */
    MEANING,
    /** A quotation or a joke. */
    QUOTE,
    OTHER;

    /** In forms and the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FalseReason> ofId(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }
}
