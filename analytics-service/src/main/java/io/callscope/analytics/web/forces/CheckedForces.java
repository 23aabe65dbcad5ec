package io.callscope.analytics.web.forces;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.report.Corrected;
import io.callscope.analytics.accuracy.report.Reviewed;
import io.callscope.analytics.forces.ForceFilter;
import io.callscope.analytics.forces.ForceReport;
import io.callscope.analytics.forces.ForceReport.Line;
import io.callscope.analytics.repeats.report.Share;
import io.callscope.model.analysis.Force;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * The report beside what reviews make of it. What people are not asked about has no corrected share: stages, departments,
 * drivers, signs of effort that are no code.
 *
 * @param correctedAny the share of calls with any barrier, with the machine's errors taken out
 * @param corrected by force, the same of its barriers
 * @param correctedCodes by code, the same of a barrier at all stages
 * @param correctedTrend by Monday, of each week
 * @param correctedQueues by queue; the empty one where it is not known
 * @param correctedTeams by team, likewise
 */
public record CheckedForces(
        @JsonUnwrapped ForceReport report,
        Corrected correctedAny,
        Map<String, Corrected> corrected,
        Map<String, Corrected> correctedCodes,
        Map<LocalDate, Group> correctedTrend,
        Map<String, Group> correctedQueues,
        Map<String, Group> correctedTeams) {
    /**
     * Corrected shares of a week, queue or team.
     *
     * @param any of calls with any barrier
     * @param forces by force
     */
    public record Group(Corrected any, Map<String, Corrected> forces) {
        private static Group of(Share any, Map<String, Share> forces, Reviewed reviewed) {
            Map<String, Corrected> corrected = new LinkedHashMap<>();
            for (Force force : Force.values()) {
                Share share = forces.get(force.id());
                if (share != null) {
                    corrected.put(force.id(), reviewed.corrected(Item.force(force), share.count(), share.of()));
                }
            }
            return new Group(reviewed.corrected(Item.anyForce(), any.count(), any.of()), corrected);
        }
    }

    static CheckedForces of(ForceReport report, Reviewed reviewed) {
        boolean whole = report.filter().equals(ForceFilter.all());
        BiFunction<Item, Share, Corrected> correct = (item, share) -> whole
                ? reviewed.ofWhole(item, share.count(), share.of())
                : reviewed.corrected(item, share.count(), share.of());
        Map<String, Corrected> forces = new LinkedHashMap<>();
        report.forces()
                .forEach(force -> forces.put(
                        force.force(), correct.apply(Item.force(Force.ofId(force.force())), force.barriers())));
        Map<String, Corrected> codes = new LinkedHashMap<>();
        report.codes().forEach(code -> codes.put(code.code(), correct.apply(Item.code(code.code()), code.share())));
        Map<LocalDate, Group> trend = new LinkedHashMap<>();
        report.trend().forEach(week -> trend.put(week.monday(), Group.of(week.barriers(), week.forces(), reviewed)));
        return new CheckedForces(
                report,
                correct.apply(Item.anyForce(), report.barriers()),
                forces,
                codes,
                trend,
                groups(report.queues(), reviewed),
                groups(report.teams(), reviewed));
    }

    private static Map<String, Group> groups(List<Line> lines, Reviewed reviewed) {
        Map<String, Group> groups = new LinkedHashMap<>();
        lines.forEach(line -> groups.put(
                Objects.requireNonNullElse(line.value(), ""), Group.of(line.barriers(), line.forces(), reviewed)));
        return groups;
    }
}
