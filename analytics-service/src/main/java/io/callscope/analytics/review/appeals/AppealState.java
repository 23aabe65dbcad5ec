package io.callscope.analytics.review.appeals;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an appeal is. */
public enum AppealState {
    /** Waits for a decision. */
    OPEN,
    /** Somebody decided; the agent's score is what he said. */
    DECIDED,
    /** Nobody decided in time; the agent's score is the reviewer's. */
    EXPIRED;

    /** The word for it in JSON and in messages. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
