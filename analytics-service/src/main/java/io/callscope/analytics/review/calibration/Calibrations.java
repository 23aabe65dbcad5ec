package io.callscope.analytics.review.calibration;

import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sessions. A session is seen by those who see all of its calls. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface Calibrations {
    /** The newest first, 50 at most. */
    List<CalibrationSession> all(TeamScope scope);

    Optional<CalibrationSession> of(long number, TeamScope scope);

    /**
     * Draws calls and keeps the session: of calls by that scorecard that are in no plan and no session, and that none of
     * the people has opened. Up to half of them are such that the machine finds a failure in, so that there is
     * something to differ on; the rest are drawn evenly.
     *
     * @param people as the draft names them
     * @param by how the session and the audit name who makes it
     * @param scope whose calls are drawn from
     * @return its number
     * @throws io.callscope.analytics.review.EmptyWeekException when there is no such call
     */
    long make(CalibrationDraft draft, List<User> people, String by, TeamScope scope, Instant now);

    /** Ends it; false when there is none, or it has ended. */
    boolean close(long number, TeamScope scope, Instant now);

    /** First answers of everybody on criteria, and the machine's of now. */
    List<SessionAnswer> answers(long number);
}
