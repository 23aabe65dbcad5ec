package io.callscope.model.analysis;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the customer's question ended within the call. */
public enum Resolution {
    /** Done, or firmly arranged. */
    RESOLVED,
    /** Not done. */
    UNRESOLVED,
    /** It cannot be told from what was said. */
    UNKNOWN;

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
    public static Resolution ofId(String id) {
        for (Resolution value : values()) {
            if (value.id().equalsIgnoreCase(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("\"%s\": expected one of %s"
                .formatted(id, Arrays.stream(values()).map(Resolution::id).collect(Collectors.joining(", "))));
    }
}
