package io.callscope.standalone.month;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a simulated call, whatever is heard in it.
 *
 * @param kind what it is
 * @param issue two calls are about the same issue when this is the same
 * @param reason contact reason; the subject that the person has in mind
 * @param ending how the agent ends it
 * @param repeats id of the first call of the contact that it repeats within the window; null when it repeats none
 * @param cause why it was necessary; null when it repeats none, "none" when neither call tells
 * @param department whose failure the customer tells of; null when he names none
 * @param tells the cause that the customer tells, also of a call that repeats none within the window; null when none
 * @param crowded whether the number is a switchboard's
 * @param complains whether the customer says how it annoys him to call again
 * @param conduct how the agent conducts the call
 */
public record MonthTruth(
        Kind kind,
        String issue,
        String reason,
        Ending ending,
        @Nullable String repeats,
        @Nullable String cause,
        @Nullable String department,
        @Nullable String tells,
        boolean crowded,
        boolean complains,
        Conduct conduct) {
    public MonthTruth {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(issue, "issue");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(conduct, "conduct");
        if ((repeats == null) != (cause == null)) {
            throw new IllegalArgumentException("issue %s: expected a cause exactly for a repeat".formatted(issue));
        }
    }

    /** What a call is. */
    public enum Kind {
        /** A customer calls. */
        CONTACT,
        /** The second part of a forwarded call. */
        LEG,
        /** The center calls a customer back. */
        CALL_BACK,
        /** The center reaches an answering machine. */
        VOICEMAIL
    }

    /** How a call ends. */
    public enum Ending {
        SOLVED,
        OPEN,
        PROMISE,
        FORWARDED
    }
}
