package io.callscope.analytics.review.calibration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls that several people score, each for himself.
 *
 * @param number its own
 * @param week of the calls, its Monday
 * @param closedAt when it was ended before everybody was done; null while it was not
 * @param calls how many
 * @param people who score them, by login
 */
public record CalibrationSession(
        long number,
        String name,
        String scorecard,
        LocalDate week,
        Instant madeAt,
        String madeBy,
        @Nullable Instant closedAt,
        int calls,
        List<Progress> people) {
    public CalibrationSession {
        people = List.copyOf(people);
    }

    /** How many of the calls somebody has scored. */
    public record Progress(String login, int done) {}

    /** Whether nobody scores any more, so that what was scored may be seen. */
    public boolean isOver() {
        return closedAt != null || people.stream().allMatch(one -> one.done() >= calls);
    }
}
