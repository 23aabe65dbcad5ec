package io.callscope.analytics.scorecard;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is said of one criterion in one call. */
public enum Answer {
    MET,
    NOT_MET,
    NOT_APPLICABLE,
    /** Nobody knows; never taken for met. */
    UNSCORED;

    /** The word for it in texts and files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The value whose {@link #id()} is given.
     *
     * @throws IllegalArgumentException naming the given word and the known ones
     */
    public static Answer ofId(String id) {
        for (Answer value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("answer \"%s\": expected one of %s"
                .formatted(id, Arrays.stream(values()).map(Answer::id).collect(Collectors.joining(", "))));
    }
}
