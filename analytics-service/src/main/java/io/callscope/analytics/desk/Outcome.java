package io.callscope.analytics.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What checking a card came to. */
public enum Outcome {
    /** It is as the machine says. */
    CONFIRMED,
    /** It is so, and somebody has mended it already. */
    CONFIRMED_SOLVED,
    /** The machine was wrong. */
    FALSE_MARK,
    /** The recording does not let one tell. */
    UNCLEAR;

    /** In addresses, forms and the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key that gives it: 1 to 4. */
    public int key() {
        return ordinal() + 1;
    }

    public static Optional<Outcome> ofId(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }
}
