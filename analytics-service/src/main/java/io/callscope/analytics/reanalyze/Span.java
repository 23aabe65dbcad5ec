package io.callscope.analytics.reanalyze;

import java.time.Instant;
import java.util.Objects;

/**
 * Which calls are heard again.
 *
 * @param from those listed at or after this moment
 * @param to and before this one
 * @param most no more than so many, the earliest; 1 or more
 */
public record Span(Instant from, Instant to, long most) {
    public Span {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "from %s to %s: expected a time that ends after it begins".formatted(from, to));
        }
        if (most < 1) {
            throw new IllegalArgumentException("most %d: expected 1 or more".formatted(most));
        }
    }
}
