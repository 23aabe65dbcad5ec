package io.callscope.analytics.review;

import java.time.Instant;
import java.time.LocalDate;

/** There is a plan of the week already, and a plan is never made anew. */
public final class PlanExistsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PlanExistsException(LocalDate week, long seed, Instant madeAt, String madeBy) {
        super("week %s: its plan was made at %s by %s with seed %d; expected a week without one"
                .formatted(week, madeAt, madeBy, seed));
    }
}
