package io.callscope.analytics.review.appeals;

import io.callscope.analytics.scorecard.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decides.
 *
 * @param answer met, not met or not applicable
 * @param comment in words; null when none
 */
public record Decision(Answer answer, @Nullable String comment) {
    public Decision {
        if (answer == Answer.UNSCORED) {
            throw new IllegalArgumentException(
                    "answer \"unscored\": expected one of met, not-met, not-applicable, for a decision decides");
        }
        comment = comment == null || comment.isBlank() ? null : comment.strip();
        if (comment != null && comment.length() > Filing.LONGEST) {
            throw new IllegalArgumentException(
                    "comment of %d characters: expected at most %d".formatted(comment.length(), Filing.LONGEST));
        }
    }
}
