package io.callscope.transcribe.text.redact;

import java.util.Objects;

/**
 * A number within one line that may be part of a dictation.
 *
 * @param line place of the line in the call
 * @param from its first token
 * @param to one past its last
 * @param digits what it says
 * @param plus a plus stands before it
 */
record Figures(int line, int from, int to, String digits, boolean plus) {
    Figures {
        Objects.requireNonNull(digits, "digits");
    }
}
