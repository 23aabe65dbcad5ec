package io.callscope.model.transcript;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where a transcript comes from. */
public enum TranscriptSource {
    /** Recognised here from a recording. */
    RECOGNISED,
    /** Brought in ready by another system; there may be no recording. */
    IMPORTED;

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
    public static TranscriptSource ofId(String id) {
        for (TranscriptSource value : values()) {
            if (value.id().equalsIgnoreCase(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("\"%s\": expected one of %s"
                .formatted(id, Arrays.stream(values()).map(TranscriptSource::id).collect(Collectors.joining(", "))));
    }
}
