package io.callscope.analytics.promises;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says became of a promise.
 *
 * @param happenedAt when it was kept, broken or cancelled
 * @param who says so: a person, or the name of another system; 1 to 200 characters
 * @param note in words, 2000 characters at most; empty when nothing is added
 */
public record Closing(Outcome outcome, Instant happenedAt, String who, String note) {
    private static final int MAX_NAME = 200;
    private static final int MAX_NOTE = 2_000;

    public Closing {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(happenedAt, "happenedAt");
        // as the database keeps it, so that the same again is the same
        happenedAt = happenedAt.truncatedTo(ChronoUnit.MICROS);
        who = who.strip();
        note = note.strip();
        if (who.isEmpty() || who.length() > MAX_NAME) {
            throw new IllegalArgumentException(
                    "who, %d characters: expected 1 to %d".formatted(who.length(), MAX_NAME));
        }
        if (note.length() > MAX_NOTE) {
            throw new IllegalArgumentException(
                    "note, %d characters: expected %d at most".formatted(note.length(), MAX_NOTE));
        }
    }

    /** Whether the same is said, whenever it happened. */
    public boolean says(@Nullable Closing other) {
        return other != null && outcome == other.outcome() && who.equals(other.who()) && note.equals(other.note());
    }

    /** What may be said. */
    public enum Outcome {
        KEPT,
        BROKEN,
        CANCELLED;

        /** The word for it in the database and in JSON. */
        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The outcome whose {@link #id()} is given.
         *
         * @throws IllegalArgumentException naming the given word and the known ones
         */
        public static Outcome ofId(String id) {
            return Arrays.stream(values())
                    .filter(outcome -> outcome.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("\"%s\": expected one of %s"
                            .formatted(
                                    id, Arrays.stream(values()).map(Outcome::id).collect(Collectors.joining(", ")))));
        }
    }
}
