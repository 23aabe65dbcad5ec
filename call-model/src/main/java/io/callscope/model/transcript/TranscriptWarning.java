package io.callscope.model.transcript;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why a transcript deserves less trust than others. */
public enum TranscriptWarning {
    /** Two channels with the same sound: both parties are in each, so they were told apart by voice. */
    SAME_SOUND,
    /** Only one of two channels has sound: both parties may be in it, so they were told apart by voice. */
    DEAD_CHANNEL,
    /** The parties were told apart by voice, within one channel. */
    PARTIES_BY_VOICE,
    /** One channel and no speaker model: the parties were not told apart. */
    PARTIES_UNKNOWN,
    /** All speech is of one voice: a voice mail, an announcement, a caller on hold. */
    ONE_VOICE,
    /** Which party is the agent was learned from the words, and is not sure. */
    ROLES_UNSURE,
    /** Nothing was said. */
    NO_SPEECH;

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
    public static TranscriptWarning ofId(String id) {
        for (TranscriptWarning value : values()) {
            if (value.id().equalsIgnoreCase(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("\"%s\": expected one of %s"
                .formatted(
                        id, Arrays.stream(values()).map(TranscriptWarning::id).collect(Collectors.joining(", "))));
    }
}
