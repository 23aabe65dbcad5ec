package io.callscope.transcribe.roles;

import java.util.Objects;

/**
 * Something one side said.
 *
 * @param side 0 or 1
 * @param text as recognised
 */
public record Said(int side, String text) {
    public Said {
        Objects.requireNonNull(text, "text");
        if (side < 0 || side > 1) {
            throw new IllegalArgumentException("side %d: expected 0 or 1".formatted(side));
        }
    }
}
