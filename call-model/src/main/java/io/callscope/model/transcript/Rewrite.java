package io.callscope.model.transcript;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of an utterance's text that is written otherwise than it was said. Immutable.
 *
 * @param kind why
 * @param sensitive what was taken out; only for {@link Kind#REDACTION}
 * @param startChar its first character in the text, from 0
 * @param endChar the character behind its last one
 * @param spoken the words as they were recognised; null for a redaction, whose words are kept nowhere
 * @param startMs when the first of these words begins, from the start of the call, milliseconds
 * @param endMs when the last of them ends
 */
public record Rewrite(
        Kind kind,
        @Nullable SensitiveData sensitive,
        int startChar,
        int endChar,
        @Nullable String spoken,
        long startMs,
        long endMs) {
    /** Why something is written otherwise than it was said. */
    public enum Kind {
        /** A spoken number, written in digits. */
        NUMBER,
        /** A name or product, from the site's list of corrections. */
        CORRECTION,
        /** Personal data, replaced by a placeholder. */
        REDACTION;

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
        public static Kind ofId(String id) {
            for (Kind value : values()) {
                if (value.id().equalsIgnoreCase(id)) {
                    return value;
                }
            }
            throw new IllegalArgumentException("\"%s\": expected one of %s"
                    .formatted(id, Arrays.stream(values()).map(Kind::id).collect(Collectors.joining(", "))));
        }
    }

    public Rewrite {
        Objects.requireNonNull(kind, "kind");
        if (startChar < 0 || endChar <= startChar) {
            throw new IllegalArgumentException(
                    "rewrite of characters %d to %d: expected 0 <= start < end".formatted(startChar, endChar));
        }
        if (startMs < 0 || endMs < startMs) {
            throw new IllegalArgumentException(
                    "rewrite at %d to %d ms: expected 0 <= start <= end".formatted(startMs, endMs));
        }
        if ((kind == Kind.REDACTION) != (sensitive != null)) {
            throw new IllegalArgumentException(
                    "rewrite %s: expected the kind of data for a redaction and for nothing else".formatted(kind.id()));
        }
        if ((kind == Kind.REDACTION) != (spoken == null)) {
            throw new IllegalArgumentException(
                    "rewrite %s: expected the spoken words for all but a redaction".formatted(kind.id()));
        }
    }
}
