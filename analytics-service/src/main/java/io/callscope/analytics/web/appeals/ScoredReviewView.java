package io.callscope.analytics.web.appeals;

import io.callscope.analytics.review.appeals.ScoredReview;
import io.callscope.analytics.web.page.View;

/** A review with its scores, and a form for each that can be objected to. */
public record ScoredReviewView(AppealNames names, ScoredReview review) {
    public View view() {
        return names.view();
    }

    /** Whether the term still runs. */
    public boolean isOpen() {
        return view().now().isBefore(review.appealBefore());
    }
}
