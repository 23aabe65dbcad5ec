package io.callscope.analytics.web.repeats;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.report.Corrected;
import io.callscope.analytics.accuracy.report.Reviewed;
import io.callscope.analytics.repeats.report.RepeatReport;

/**
 * The report beside what reviews make of it.
 *
 * @param corrected the share of repeats with the machine's errors taken out
 */
public record CheckedRepeats(@JsonUnwrapped RepeatReport report, Corrected corrected) {
    static CheckedRepeats of(RepeatReport report, Reviewed reviewed) {
        return new CheckedRepeats(
                report,
                reviewed.corrected(
                        Item.repeat(),
                        report.repeats().count(),
                        report.repeats().of()));
    }
}
