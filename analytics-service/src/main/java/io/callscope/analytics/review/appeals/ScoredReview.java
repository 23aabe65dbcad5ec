package io.callscope.analytics.review.appeals;

import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A review as the team of the agent reads it.
 *
 * @param number of the review
 * @param scorecardVersion hash of the scorecard as it was
 * @param callStartedAt when the call began; null when that is not known
 * @param agent id of the agent; null when it is not known
 * @param appealBefore until when the team may object
 * @param answers on criteria; empty in lists
 */
public record ScoredReview(
        long number,
        CallId callId,
        String scorecard,
        String scorecardVersion,
        @Nullable Instant callStartedAt,
        @Nullable String agent,
        Instant submittedAt,
        Instant appealBefore,
        List<Scored> answers) {
    public ScoredReview {
        answers = List.copyOf(answers);
    }

    /**
     * One answer.
     *
     * @param comment of the reviewer; null when none
     * @param atMs the second of the recording he points to, milliseconds; null when to none
     * @param appeal number of the appeal against it; null when there is none
     */
    public record Scored(
            String criterion,
            String answer,
            @Nullable String comment,
            @Nullable Long atMs,
            @Nullable Long appeal) {}
}
