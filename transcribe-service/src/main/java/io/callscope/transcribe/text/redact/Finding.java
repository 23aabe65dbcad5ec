package io.callscope.transcribe.text.redact;

import io.callscope.model.transcript.SensitiveData;
import java.util.Objects;

/**
 * Personal data within one line. Immutable.
 *
 * @param kind what it is
 * @param line place of the line in the call
 * @param from its first token
 * @param to one past its last
 */
record Finding(SensitiveData kind, int line, int from, int to) {
    Finding {
        Objects.requireNonNull(kind, "kind");
        if (line < 0 || from < 0 || to <= from) {
            throw new IllegalArgumentException(
                    "tokens %d to %d of line %d: expected 0 <= from < to".formatted(from, to, line));
        }
    }
}
