package io.callscope.analytics.requests;

import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.requests.RequestCounts.Fact;
import io.callscope.analytics.requests.RequestCounts.OfPart;
import io.callscope.analytics.requests.RequestCounts.OfWeek;
import io.callscope.statistics.paired.QuasiBinomialDifference.Sample;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts of one report by what they are of. */
final class WeeklySums {
    private final Map<Fact, Map<LocalDate, Long>> weekly = new HashMap<>();
    private final Map<Fact, Long> now = new HashMap<>();
    private final Weeks weeks;

    WeeklySums(RequestCounts counts, Weeks weeks) {
        this.weeks = weeks;
        for (OfWeek one : counts.weekly()) {
            weekly.computeIfAbsent(one.fact(), fact -> new HashMap<>()).merge(one.monday(), one.calls(), Long::sum);
        }
        for (OfPart part : counts.parts()) {
            now.merge(part.fact(), part.calls(), Long::sum);
        }
    }

    /** Calls of the reported weeks. */
    long now(Fact fact) {
        return now.getOrDefault(fact, 0L);
    }

    /** Everything of a kind that is heard in the reported weeks or those before, in the order of its names. */
    List<Fact> items(String kind) {
        return weekly.keySet().stream()
                .filter(fact -> fact.kind().equals(kind))
                .sorted(Comparator.comparing(Fact::item))
                .toList();
    }

    /** How often something was heard out of something else, week by week. */
    ShareSeries series(Fact fact, Fact of) {
        List<LocalDate> mondays = RequestReporter.compared(weeks).mondays();
        int before = mondays.size() - weeks.count();
        List<Sample> samples =
                mondays.stream().map(monday -> sample(fact, of, monday)).toList();
        return new ShareSeries(samples.subList(0, before), samples.subList(before, samples.size()));
    }

    private Sample sample(Fact fact, Fact of, LocalDate monday) {
        return new Sample(of(fact, monday), of(of, monday));
    }

    private long of(Fact fact, LocalDate monday) {
        return weekly.getOrDefault(fact, Map.of()).getOrDefault(monday, 0L);
    }
}
