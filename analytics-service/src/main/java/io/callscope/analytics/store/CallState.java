package io.callscope.analytics.store;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How far a call has come. Every call has exactly one state. */
public enum CallState {
    /** The recording lies in Kafka and waits for a transcript. */
    RECORDED,
    /** There is a transcript that waits for analysis. */
    TRANSCRIBED,
    /** The newest attempt ended with an analysis. */
    ANALYZED,
    /** The newest attempt was rejected for good. */
    FAILED;

    /** The word for this value in the database, in JSON and in addresses. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value whose {@link #id()} is given.
     *
     * @throws IllegalArgumentException naming the given word and the known ones
     */
    public static CallState ofId(String id) {
        for (CallState value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("\"%s\": expected one of %s"
                .formatted(id, Arrays.stream(values()).map(CallState::id).collect(Collectors.joining(", "))));
    }
}
