package io.callscope.model.review;

import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody reviewed a call. Event on {@code calls.reviewed.v1}, one for each review; comments are not in it.
 *
 * @param callId the call
 * @param reviewId number of the review; of several events with one number each says the same
 * @param seat {@code first}, {@code second}, {@code adjudication}, {@code calibration} or {@code import}
 * @param reviewer login of who gave it; for an imported one as its file names him
 * @param blind whether he had not read before what the machine says of the call
 * @param inclusion π with which the call was chosen, above 0, at most 1; null when nobody knows, and then the review counts
 *     for no rate
 * @param scorecard id of the scorecard
 * @param scorecardVersion hash of the scorecard as it was then
 * @param machineKey version key of the machine's evaluation that stood then; null when there was none
 * @param submittedAt when it was given
 * @param replaces number of the review that this one is a changed mind of; null for a first one
 * @param answers what it says
 */
public record CallReviewed(
        CallId callId,
        long reviewId,
        String seat,
        String reviewer,
        boolean blind,
        @Nullable Double inclusion,
        String scorecard,
        String scorecardVersion,
        @Nullable String machineKey,
        Instant submittedAt,
        @Nullable Long replaces,
        List<ReviewedItem> answers) {
    public CallReviewed {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(seat, "seat");
        Objects.requireNonNull(reviewer, "reviewer");
        Objects.requireNonNull(scorecard, "scorecard");
        Objects.requireNonNull(scorecardVersion, "scorecardVersion");
        Objects.requireNonNull(submittedAt, "submittedAt");
        answers = List.copyOf(answers);
        if (inclusion != null && !(inclusion > 0 && inclusion <= 1)) {
            throw new IllegalArgumentException("inclusion %s: expected above 0 to 1".formatted(inclusion));
        }
    }
}
