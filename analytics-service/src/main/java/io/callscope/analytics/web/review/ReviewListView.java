package io.callscope.analytics.web.review;

import io.callscope.analytics.review.Assignment;
import io.callscope.analytics.review.Seat;
import io.callscope.analytics.web.page.View;
import java.util.List;

/**
 * A controller's planned calls.
 *
 * @param waiting his seats, those of older weeks first
 * @param free seats that he may take
 * @param done what he has reviewed, newest first
 */
public record ReviewListView(View view, List<Assignment> waiting, List<Assignment> free, List<Assignment> done) {
    static ReviewListView of(View view, List<Assignment> own, List<Assignment> free) {
        return new ReviewListView(
                view,
                own.stream().filter(one -> !one.isDone()).toList(),
                free,
                own.stream().filter(Assignment::isDone).toList());
    }

    /** Of a session everybody knows that others score the call too. */
    public boolean isCalibration(Assignment seat) {
        return seat.seat() == Seat.CALIBRATION;
    }

    /** A second controller must not know that he is one, so the seat is not shown. */
    public String address(Assignment seat) {
        return ReviewPages.address(seat.callId());
    }
}
