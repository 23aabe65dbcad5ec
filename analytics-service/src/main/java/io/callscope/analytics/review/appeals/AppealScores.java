package io.callscope.analytics.review.appeals;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an appeal is about and what came of it; nobody sees it before the appeal is decided or has expired.
 *
 * @param number of the appeal
 * @param reason of the team, in its words
 * @param reviewer login of whoever scored the call
 * @param first the answer that he gave; it stays
 * @param decided the answer that counts for the agent; null when nobody decided
 * @param decidedAt when; null when nobody did
 * @param comment of whoever decided; null when none
 * @param totals of the review before and after; null when its scorecard has changed since
 */
public record AppealScores(
        long number,
        String reason,
        String reviewer,
        String first,
        @Nullable String decided,
        @Nullable Instant decidedAt,
        @Nullable String comment,
        @Nullable AppealTotals totals) {
    public AppealScores {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(first, "first");
    }

    /** What counts for the agent. */
    public String counts() {
        return decided == null ? first : decided;
    }

    public boolean isChanged() {
        return !counts().equals(first);
    }
}
