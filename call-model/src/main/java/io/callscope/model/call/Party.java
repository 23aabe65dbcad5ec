package io.callscope.model.call;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who speaks. A channel <em>has</em> a party; a party is never a channel. */
public enum Party {
    /** The contact center's side. */
    AGENT,
    /** The customer's side. */
    CUSTOMER,
    /** Not known, as in a recording with both sides in one channel. */
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
    public static Party ofId(String id) {
        for (Party value : values()) {
            if (value.id().equalsIgnoreCase(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("\"%s\": expected one of %s"
                .formatted(id, Arrays.stream(values()).map(Party::id).collect(Collectors.joining(", "))));
    }
}
