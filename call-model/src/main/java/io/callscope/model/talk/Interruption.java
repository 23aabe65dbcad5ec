package io.callscope.model.talk;

import io.callscope.model.call.Party;
import java.util.Objects;

/**
 * Overtalk that ends the other's turn.
 *
 * @param by who begins to speak while the other does, and goes on when he stops
 * @param startMs when he begins, from the start of the call, milliseconds
 * @param endMs when the other stops
 */
public record Interruption(Party by, long startMs, long endMs) {
    public Interruption {
        Objects.requireNonNull(by, "by");
        if (startMs < 0 || endMs < startMs) {
            throw new IllegalArgumentException(
                    "interruption at %d to %d ms: expected 0 <= start <= end".formatted(startMs, endMs));
        }
    }
}
