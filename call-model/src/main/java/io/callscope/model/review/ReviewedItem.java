package io.callscope.model.review;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a review.
 *
 * @param subject what it is about: {@code criterion}, {@code force}, {@code code}, {@code repeat}, {@code cause}, {@code
 *     resolution} or {@code recognition}
 * @param item id of the criterion, force, code or cause; empty where a subject has one answer
 * @param answer such as {@code met}, {@code not-met}, {@code yes}
 * @param severity of a barrier, 1 irritation to 3 the customer may leave; null for everything else
 */
public record ReviewedItem(
        String subject,
        String item,
        String answer,
        @Nullable Integer severity) {
    public ReviewedItem {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(answer, "answer");
        if (severity != null && (severity < 1 || severity > 3)) {
            throw new IllegalArgumentException("severity %d: expected 1 to 3".formatted(severity));
        }
    }
}
