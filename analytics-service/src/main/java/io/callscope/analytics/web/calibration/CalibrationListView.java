package io.callscope.analytics.web.calibration;

import io.callscope.analytics.review.calibration.CalibrationSession;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.User;
import io.callscope.analytics.web.page.View;
import java.time.LocalDate;
import java.util.List;

/**
 * Sessions, and the form for another.
 *
 * @param people who may be asked to score
 * @param lastWeek the Monday of the last week that is over
 */
public record CalibrationListView(
        View view,
        List<CalibrationSession> sessions,
        List<Scorecard> scorecards,
        List<User> people,
        LocalDate lastWeek) {
    public boolean mayLead() {
        return view.may(Permission.LEAD_REVIEWS);
    }

    /** How many reviews there are of those that are asked for. */
    public int done(CalibrationSession session) {
        return session.people().stream()
                .mapToInt(CalibrationSession.Progress::done)
                .sum();
    }
}
