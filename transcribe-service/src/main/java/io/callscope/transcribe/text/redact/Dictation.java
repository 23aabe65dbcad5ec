package io.callscope.transcribe.text.redact;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Figures that one voice says as one number, perhaps over several utterances. Immutable.
 *
 * @param voice who dictates
 * @param parts the figures in order; never empty
 */
record Dictation(Voice voice, List<Figures> parts) {
    Dictation {
        Objects.requireNonNull(voice, "voice");
        parts = List.copyOf(parts);
    }

    /** All digits, one behind the other. */
    String digits() {
        return parts.stream().map(Figures::digits).collect(Collectors.joining());
    }

    /** How many digits. */
    int length() {
        return parts.stream().mapToInt(part -> part.digits().length()).sum();
    }

    /** Whether a plus stands before the first figure. */
    boolean plus() {
        return parts.get(0).plus();
    }

    Figures first() {
        return parts.get(0);
    }

    Figures last() {
        return parts.get(parts.size() - 1);
    }
}
