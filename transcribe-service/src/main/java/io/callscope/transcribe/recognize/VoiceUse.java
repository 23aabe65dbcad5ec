package io.callscope.transcribe.recognize;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** When the speaker model, which tells two voices in one channel apart, is fetched and loaded. */
public enum VoiceUse {
    /** With the first call that needs it. */
    WHEN_NEEDED,
    /** Before the first call. */
    AT_START,
    /** Parties in one channel stay unknown. */
    NEVER;

    /** The word for this value in the configuration. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
