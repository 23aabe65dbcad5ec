package io.callscope.analytics.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the audit notes. */
public enum AuditAction {
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    /** A call's page or its JSON: text and marks. */
    READ,
    /** A recording, whole or in part. */
    PLAYED,
    /** A list of calls as a file. */
    EXPORTED,
    /** Agent and customer of a call were exchanged. */
    PARTIES_SWAPPED,
    /** Parked calls were to be put to the language model again. */
    CALLS_RESUMED,
    /** Stored calls were heard again with another configuration, by the command line. */
    REANALYZED,
    /** The week's sample was drawn. */
    PLAN_MADE,
    /** A free seat at a planned call was taken. */
    SEAT_TAKEN,
    /** A seat was taken from somebody. */
    SEAT_FREED,
    /** A call's text was opened to review it, without the machine's marks. */
    REVIEW_OPENED,
    /** A review was given, or a later one beside it. */
    REVIEWED,
    /** Somebody asked for a call that he has yet to review blind, and got nothing. */
    BLIND_REFUSED,
    /** The scores that somebody gave a call were opened. */
    SCORES_READ,
    /** Evaluation calls of a week were opened to mend the machine with: they are evidence about no later version. */
    BATCH_OPENED,
    /** A team objected to a score. */
    APPEAL_FILED,
    /** Somebody took an appeal to decide it. */
    APPEAL_TAKEN,
    /** An appeal was freed again. */
    APPEAL_RELEASED,
    APPEAL_DECIDED,
    /** A session was made in which several people score the same calls. */
    CALIBRATION_MADE,
    /** It was ended before everybody was done. */
    CALIBRATION_CLOSED,
    /** Somebody said what became of a promise. */
    PROMISE_CLOSED,
    /** That was taken back. */
    PROMISE_REOPENED,
    /** Answers to surveys or figures from elsewhere were taken in. */
    FIGURES_IMPORTED,
    /** Reviews that people gave elsewhere were taken in. */
    REVIEWS_IMPORTED,
    USER_ADDED,
    USER_ENABLED,
    USER_DISABLED,
    PASSWORD_SET;

    /** The word for this value in the database and in JSON. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The value whose {@link #id()} is given.
     *
     * @throws IllegalArgumentException naming the given word and the known ones
     */
    public static AuditAction ofId(String id) {
        for (AuditAction value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("\"%s\": expected one of %s"
                .formatted(id, Arrays.stream(values()).map(AuditAction::id).collect(Collectors.joining(", "))));
    }
}
