package io.callscope.model.call;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who dialled. */
public enum Direction {
    /** The customer called the center. */
    INBOUND,
    /** The center called the customer. */
    OUTBOUND,
    /** Between employees; no customer takes part. */
    INTERNAL;

    /** The word for this value on the wire, in exports and in addresses. */
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
    public static Direction ofId(String id) {
        for (Direction value : values()) {
            if (value.id().equalsIgnoreCase(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("\"%s\": expected one of %s"
                .formatted(id, Arrays.stream(values()).map(Direction::id).collect(Collectors.joining(", "))));
    }
}
