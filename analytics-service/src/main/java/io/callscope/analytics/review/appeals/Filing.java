package io.callscope.analytics.review.appeals;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a team objects to.
 *
 * @param review number of the review
 * @param criterion of its scorecard
 * @param reason in words, 1 to {@value #LONGEST} characters
 * @param atMs a second of the recording, milliseconds; null when none
 */
public record Filing(
        long review,
        String criterion,
        String reason,
        @Nullable Long atMs) {
    /** Longest reason, characters. */
    public static final int LONGEST = 2_000;

    public Filing {
        Objects.requireNonNull(criterion, "criterion");
        reason = reason.strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "reason of %d characters: expected 1 to %d".formatted(reason.length(), LONGEST));
        }
        if (atMs != null && atMs < 0) {
            throw new IllegalArgumentException("second %d ms: expected none negative".formatted(atMs));
        }
    }
}
