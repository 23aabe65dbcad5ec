package io.callscope.analytics.web.appeals;

import io.callscope.analytics.review.appeals.ScoredReview;
import io.callscope.analytics.web.api.QueryString;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A page of the reviews that can be objected to.
 *
 * @param find what was looked for in agents and call ids; empty for everything
 * @param page from 1
 * @param all how many are found
 * @param shown those of the page
 */
public record AppealableReviews(String find, int page, int all, List<ScoredReview> shown) {
    private static final int SIZE = 25;

    public AppealableReviews {
        shown = List.copyOf(shown);
    }

    /** @param page from 1; one behind the last is the last */
    static AppealableReviews of(List<ScoredReview> reviews, String find, int page) {
        String sought = find.strip().toLowerCase(Locale.ROOT);
        List<ScoredReview> found =
                reviews.stream().filter(review -> isFound(review, sought)).toList();
        int last = Math.max(1, (found.size() + SIZE - 1) / SIZE);
        int shown = Math.min(page, last);
        return new AppealableReviews(
                find.strip(),
                shown,
                found.size(),
                found.subList((shown - 1) * SIZE, Math.min(found.size(), shown * SIZE)));
    }

    private static boolean isFound(ScoredReview review, String sought) {
        String agent = review.agent() == null ? "" : review.agent();
        return agent.toLowerCase(Locale.ROOT).contains(sought)
                || review.callId().value().toLowerCase(Locale.ROOT).contains(sought);
    }

    /** The place of the first one shown, from 1. */
    public int first() {
        return (page - 1) * SIZE + 1;
    }

    public boolean hasNext() {
        return page * SIZE < all;
    }

    /** Where another page is. */
    public String address(int other) {
        return QueryString.address("/appeals", Map.of("find", find, "page", Integer.toString(other))) + "#reviews";
    }
}
