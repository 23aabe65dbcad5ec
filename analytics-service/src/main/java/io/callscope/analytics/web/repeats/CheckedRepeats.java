package io.callscope.analytics.web.repeats;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.report.CauseShares;
import io.callscope.analytics.accuracy.report.Corrected;
import io.callscope.analytics.accuracy.report.Reviewed;
import io.callscope.analytics.repeats.report.CauseLine;
import io.callscope.analytics.repeats.report.RepeatFilter;
import io.callscope.analytics.repeats.report.RepeatReport;
import io.callscope.analytics.repeats.report.RepeatReport.Line;
import io.callscope.analytics.repeats.report.Share;
import io.callscope.analytics.repeats.report.Split;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The report beside what reviews make of it.
 *
 * @param corrected the share of repeats with the machine's errors taken out
 * @param correctedTrend the same of each week, by its Monday
 * @param correctedLines the same of each line of each split, by its value; the empty one where that is not known
 * @param correctedCauses causes of what the machine takes for repeats
 */
public record CheckedRepeats(
        @JsonUnwrapped RepeatReport report,
        Corrected corrected,
        Map<LocalDate, Corrected> correctedTrend,
        Map<Split, Map<String, Corrected>> correctedLines,
        CauseShares correctedCauses) {
    static CheckedRepeats of(RepeatReport report, Reviewed reviewed) {
        boolean whole = report.filter().equals(RepeatFilter.all());
        Share repeats = report.repeats();
        Map<LocalDate, Corrected> trend = new LinkedHashMap<>();
        report.trend().forEach(week -> trend.put(week.monday(), corrected(reviewed, week.repeats())));
        Map<Split, Map<String, Corrected>> lines = new EnumMap<>(Split.class);
        report.lines().forEach((split, of) -> lines.put(split, lines(of, reviewed)));
        return new CheckedRepeats(
                report,
                whole ? reviewed.ofWhole(Item.repeat(), repeats.count(), repeats.of()) : corrected(reviewed, repeats),
                trend,
                lines,
                CauseShares.of(causes(report), reviewed.causes(), whole));
    }

    private static Map<String, Corrected> lines(List<Line> lines, Reviewed reviewed) {
        Map<String, Corrected> corrected = new LinkedHashMap<>();
        lines.forEach(line -> corrected.put(key(line), corrected(reviewed, line.repeats())));
        return corrected;
    }

    /** The repeats of each cause; those of a process of another department, of all departments. */
    private static Map<String, Long> causes(RepeatReport report) {
        Map<String, Long> causes = new LinkedHashMap<>();
        for (CauseLine cause : report.causes()) {
            causes.merge(cause.cause(), cause.repeats(), Long::sum);
        }
        return causes;
    }

    private static Corrected corrected(Reviewed reviewed, Share share) {
        return reviewed.corrected(Item.repeat(), share.count(), share.of());
    }

    private static String key(Line line) {
        return Objects.requireNonNullElse(line.value(), "");
    }

    /** Of a line; null for one that the report does not have. */
    @Nullable
    Corrected corrected(Split split, Line line) {
        return correctedLines.getOrDefault(split, Map.of()).get(key(line));
    }
}
