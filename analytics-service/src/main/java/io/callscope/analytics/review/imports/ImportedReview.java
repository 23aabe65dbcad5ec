package io.callscope.analytics.review.imports;

import io.callscope.analytics.review.Review;
import io.callscope.model.hash.Sha256;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A review from elsewhere, checked but for whether its call is known.
 *
 * @param line of the file; 0 when it came by itself
 * @param call its id
 * @param reviewer who gave it
 * @param day on which it was given; null when not said
 * @param given what it says
 */
public record ImportedReview(
        long line, String call, String reviewer, @Nullable LocalDate day, Review.Given given) {
    public ImportedReview {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(reviewer, "reviewer");
        if (given.answers().isEmpty()) {
            throw new IllegalArgumentException("a review without answers: expected one at least");
        }
    }

    /** What there is one of: who gave it, when, of which call, by which scorecard. */
    String key() {
        String all = String.join("\n", call, given.scorecard(), reviewer, day == null ? "" : day.toString());
        return Sha256.hex(all);
    }
}
