package io.callscope.analytics.desk;

import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody's word that the machine was wrong in one thing. It strikes the thing through where it is shown and changes no
 * count of the machine: else rates would be mended only where somebody looked. Immutable.
 *
 * @param number in the database
 * @param comment in the person's words; empty when there is none
 */
public record FalseMark(long number, Subject subject, FalseReason reason, String comment, Person who, Instant at) {
    public FalseMark {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(comment, "comment");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(at, "at");
    }

    /** What can be called false. */
    public enum Kind {
        RULE,
        MARK,
        SIGNAL;

        /** In addresses and the database. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofId(String id) {
            return Arrays.stream(values())
                    .filter(value -> value.id().equals(id))
                    .findFirst();
        }
    }

    /**
     * What is called false; it stays so when the call is analyzed again.
     *
     * @param id of the rule, code or signal
     */
    public record Subject(CallId call, Kind kind, String id) {
        public Subject {
            Objects.requireNonNull(call, "call");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(id, "id");
        }
    }
}
