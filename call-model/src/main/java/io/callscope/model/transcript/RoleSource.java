package io.callscope.model.transcript;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How it is known which party is the agent. */
public enum RoleSource {
    /** The recording's metadata say so. */
    METADATA,
    /** Learned from what is said. */
    WORDS,
    /** Somebody who listened says so. */
    PERSON,
    /** It is not known. */
    NONE;

    /** The word for this value on the wire. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The value whose {@link #id()} is given, whatever its case.
     *
     * @throws IllegalArgumentException naming the given word and the known ones
     */
    @JsonCreator
    public static RoleSource ofId(String id) {
        for (RoleSource value : values()) {
            if (value.id().equalsIgnoreCase(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("\"%s\": expected one of %s"
                .formatted(id, Arrays.stream(values()).map(RoleSource::id).collect(Collectors.joining(", "))));
    }
}
