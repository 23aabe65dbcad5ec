package io.callscope.analytics.web.forces;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.report.Corrected;
import io.callscope.analytics.accuracy.report.Reviewed;
import io.callscope.analytics.forces.ForceReport;
import io.callscope.analytics.repeats.report.Share;
import io.callscope.model.analysis.Force;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The report beside what reviews make of it.
 *
 * @param corrected by force, the share of calls with a barrier, with the machine's errors taken out
 */
public record CheckedForces(@JsonUnwrapped ForceReport report, Map<String, Corrected> corrected) {
    static CheckedForces of(ForceReport report, Reviewed reviewed) {
        Map<String, Corrected> corrected = new LinkedHashMap<>();
        for (ForceReport.OfForce force : report.forces()) {
            Share barriers = force.barriers();
            corrected.put(
                    force.force(),
                    reviewed.corrected(Item.force(Force.ofId(force.force())), barriers.count(), barriers.of()));
        }
        return new CheckedForces(report, corrected);
    }
}
