package io.callscope.analytics.review;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a review.
 *
 * @param item id of the criterion, force, code or cause; empty where a subject has one answer
 * @param answer see {@link Subject}
 * @param severity of a barrier, 1 irritation to 3 the customer may leave; null for everything else
 * @param comment what the reviewer adds; null when nothing
 * @param atMs the second of the call it is about, milliseconds; null when about none
 */
public record ReviewAnswer(
        Subject subject,
        String item,
        String answer,
        @Nullable Integer severity,
        @Nullable String comment,
        @Nullable Long atMs) {
    /** Longest comment, characters. */
    public static final int LONGEST_COMMENT = 2_000;

    public ReviewAnswer {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(answer, "answer");
        if (severity != null && (severity < 1 || severity > 3)) {
            throw new IllegalArgumentException("severity %d of %s: expected 1 to 3".formatted(severity, item));
        }
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            throw new IllegalArgumentException("comment of %d characters on %s: expected at most %d"
                    .formatted(comment.length(), item, LONGEST_COMMENT));
        }
        if (atMs != null && atMs < 0) {
            throw new IllegalArgumentException("second %d ms of %s: expected none negative".formatted(atMs, item));
        }
    }

    /** One without severity, comment and place. */
    public static ReviewAnswer of(Subject subject, String item, String answer) {
        return new ReviewAnswer(subject, item, answer, null, null, null);
    }
}
