package io.callscope.analytics.web.calibration;

import io.callscope.analytics.review.calibration.CalibrationSession;
import io.callscope.analytics.review.calibration.CriterionCalibration;
import io.callscope.analytics.review.calibration.MachineTest;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.page.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One session.
 *
 * @param scorecard null when it is not in force any more
 * @param criteria empty until it is over
 */
public record CalibrationView(
        View view, CalibrationSession session, @Nullable Scorecard scorecard, List<CriterionCalibration> criteria) {
    public boolean mayLead() {
        return view.may(Permission.LEAD_REVIEWS);
    }

    public String name(String criterion) {
        return scorecard == null
                ? criterion
                : scorecard.criteria().stream()
                        .filter(one -> one.id().equals(criterion))
                        .map(one -> one.name().in(view.tag()))
                        .findFirst()
                        .orElse(criterion);
    }

    /** A coefficient, with two decimals; a dash when it is undefined. */
    public String coefficient(@Nullable Double value) {
        return value == null ? "–" : view.format().fraction(value).replace('-', '−');
    }

    /** AC1 with its interval. */
    public String ac1(CriterionCalibration one) {
        return one.low() == null
                ? coefficient(one.ac1())
                : "%s (%s\u00a0–\u00a0%s)"
                        .formatted(coefficient(one.ac1()), coefficient(one.low()), coefficient(one.high()));
    }

    /** What the test of the machine says. */
    public String test(MachineTest test) {
        String key = "calibration.test." + test.outcome().id();
        Double rate = test.winningRate();
        Double advantage = test.advantage();
        return rate == null || advantage == null
                ? view.t(key, test.calls(), MachineTest.FEWEST_CALLS)
                : view.t(key, view.format().percent(rate), view.format().percent(advantage));
    }
}
