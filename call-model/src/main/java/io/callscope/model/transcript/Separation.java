package io.callscope.model.transcript;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the parties of a call were told apart. */
public enum Separation {
    /** Each has a channel of its own. */
    CHANNELS,
    /** By their voices, within one channel. */
    VOICES,
    /** The source said so: an imported transcript. */
    SOURCE,
    /** They were not. */
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
    public static Separation ofId(String id) {
        for (Separation value : values()) {
            if (value.id().equalsIgnoreCase(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("\"%s\": expected one of %s"
                .formatted(id, Arrays.stream(values()).map(Separation::id).collect(Collectors.joining(", "))));
    }
}
