package io.callscope.model.analysis;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether a call could be judged at all. All are results, none is an error. */
public enum Verdict {
    /** Marks were looked for; none found means no barrier was heard. */
    JUDGED,
    /** Empty, cut off or unintelligible. */
    NOT_ENOUGH_EVIDENCE,
    /** A voicemail or a robot answered; the call stays out of every rate. */
    NO_LIVE_CUSTOMER;

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
    public static Verdict ofId(String id) {
        for (Verdict value : values()) {
            if (value.id().equalsIgnoreCase(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("\"%s\": expected one of %s"
                .formatted(id, Arrays.stream(values()).map(Verdict::id).collect(Collectors.joining(", "))));
    }
}
