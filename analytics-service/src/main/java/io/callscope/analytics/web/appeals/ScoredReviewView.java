package io.callscope.analytics.web.appeals;

import io.callscope.analytics.review.appeals.ScoredReview;
import io.callscope.analytics.review.appeals.ScoredReview.Scored;
import io.callscope.analytics.web.page.View;
import java.util.Comparator;
import java.util.List;

/** A review with its scores, and a form for each that can be objected to. */
public record ScoredReviewView(AppealNames names, ScoredReview review) {
    public View view() {
        return names.view();
    }

    /** Whether the term still runs. */
    public boolean isOpen() {
        return view().now().isBefore(review.appealBefore());
    }

    /** In the order of the scorecard, as whoever scored saw them. */
    public List<Scored> answers() {
        return review.answers().stream()
                .sorted(Comparator.comparingInt(scored -> names.place(review.scorecard(), scored.criterion())))
                .toList();
    }
}
