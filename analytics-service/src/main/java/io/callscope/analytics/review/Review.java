package io.callscope.analytics.review;

import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of a call.
 *
 * @param blind whether he had not read before what the machine says of it
 * @param pi with which the call was chosen; null when nobody knows, and then it counts for no rate
 * @param scorecardVersion hash of the scorecard as it was on his form
 * @param machineKey version key of the machine's evaluation that stood then; null when there was none
 * @param comment on the whole call
 * @param replaces the review that this one is a changed mind of; null for a first one
 */
public record Review(
        long id,
        CallId callId,
        Seat seat,
        String reviewer,
        boolean blind,
        @Nullable Double pi,
        String scorecard,
        String scorecardVersion,
        @Nullable String machineKey,
        @Nullable String comment,
        Instant submittedAt,
        @Nullable Long replaces,
        List<ReviewAnswer> answers) {
    public Review {
        answers = List.copyOf(answers);
    }

    /**
     * One that is given now.
     *
     * @param scorecardVersion of the form that was filled in
     */
    public record Given(
            String scorecard,
            String scorecardVersion,
            @Nullable String comment,
            List<ReviewAnswer> answers) {
        public Given {
            answers = List.copyOf(answers);
            if (comment != null && comment.length() > ReviewAnswer.LONGEST_COMMENT) {
                throw new IllegalArgumentException("comment of %d characters: expected at most %d"
                        .formatted(comment.length(), ReviewAnswer.LONGEST_COMMENT));
            }
        }
    }
}
