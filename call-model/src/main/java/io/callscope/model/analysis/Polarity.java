package io.callscope.model.analysis;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which way a mark moves its force. */
public enum Polarity {
    /** Lowers the force. */
    BARRIER,
    /** Raises the force. */
    DRIVER;

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
    public static Polarity ofId(String id) {
        for (Polarity value : values()) {
            if (value.id().equalsIgnoreCase(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("\"%s\": expected one of %s"
                .formatted(id, Arrays.stream(values()).map(Polarity::id).collect(Collectors.joining(", "))));
    }
}
