package io.callscope.analytics.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is to be done after a check. */
public enum FollowUp {
    /** Talk it over with the agent. */
    FEEDBACK,
    /** Call the customer back. */
    CALL_BACK,
    /** Tell the department that can mend it. */
    PASS_ON,
    /** Keep it for training. */
    EXAMPLE;

    /** In forms and the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FollowUp> ofId(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }
}
