package io.callscope.transcribe.recognize;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** When the voices of one channel are told apart. */
public enum VoiceUse {
    /** The speaker model is fetched and loaded when the first such recording comes. */
    WHEN_NEEDED,
    /** The speaker model is made ready at start. */
    AT_START,
    /** Those parties stay unknown. */
    NEVER;

    /** The word for this value in the configuration. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The value whose {@link #id()} is given.
     *
     * @throws IllegalArgumentException naming the given word and the known ones
     */
    @JsonCreator
    public static VoiceUse ofId(String id) {
        for (VoiceUse value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("\"%s\": expected one of %s"
                .formatted(id, Arrays.stream(values()).map(VoiceUse::id).collect(Collectors.joining(", "))));
    }
}
