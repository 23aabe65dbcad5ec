package io.callscope.analytics.review.appeals;

/**
 * How often teams object to a criterion.
 *
 * @param reviews reviews that answer it, as far as a team may object to them
 * @param filed appeals
 * @param open of them
 * @param decided of them
 * @param changed decided otherwise than the reviewer did
 * @param expired of them
 */
public record CriterionAppeals(
        String scorecard, String criterion, int reviews, int filed, int open, int decided, int changed, int expired) {}
