package io.callscope.analytics.web.page;

import io.callscope.analytics.store.Overview;
import io.callscope.model.analysis.Force;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where all calls stand. */
public record OverviewPage(View view, Overview overview, Map<String, Long> lag) {
    public List<Force> forces() {
        return List.of(Force.values());
    }

    /** How long the oldest call has waited; "–" when none waits. */
    public String oldestWaiting() {
        return overview.oldestWaiting() == null
                ? "–"
                : view.format().age(Duration.between(overview.oldestWaiting(), view.now()));
    }

    /** All records not yet handled; "–" while it is not known. */
    public String totalLag() {
        return lag.isEmpty()
                ? "–"
                : view.format()
                        .number(lag.values().stream().mapToLong(Long::longValue).sum());
    }

    /** The share of the longest bar, in steps of five percent, that a count has: a class of the style sheet. */
    public int barStep(long marks) {
        long most = overview.forces().values().stream()
                .mapToLong(counts -> Math.max(counts.barriers(), counts.drivers()))
                .max()
                .orElse(0);
        return most == 0 ? 0 : (int) Math.ceil(marks * 20.0 / most);
    }
}
