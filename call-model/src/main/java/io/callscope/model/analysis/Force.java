package io.callscope.model.analysis;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** One of the six forces of customer experience (Ipsos' framework); in a call only barriers to it and drivers of it are heard. */
public enum Force {
    /** It is clear what to expect. */
    CERTAINTY,
    /** A fair exchange. */
    FAIR_TREATMENT,
    /** The customer can choose, change, cancel, do it alone. */
    CONTROL,
    /** The customer is respected and remembered. */
    STATUS,
    /** The customer is cared for. */
    BELONGING,
    /** Life is easier, time is saved. */
    ENJOYMENT;

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
    public static Force ofId(String id) {
        for (Force value : values()) {
            if (value.id().equalsIgnoreCase(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("\"%s\": expected one of %s"
                .formatted(id, Arrays.stream(values()).map(Force::id).collect(Collectors.joining(", "))));
    }
}
