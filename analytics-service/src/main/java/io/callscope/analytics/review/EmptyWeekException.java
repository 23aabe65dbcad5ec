package io.callscope.analytics.review;

import java.time.LocalDate;

/** There is nothing to draw from. */
public final class EmptyWeekException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public EmptyWeekException(LocalDate week) {
        super("week %s: 0 calls that a scorecard is for; expected 1 or more".formatted(week));
    }
}
