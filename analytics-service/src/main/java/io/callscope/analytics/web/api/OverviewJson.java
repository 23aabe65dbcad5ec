package io.callscope.analytics.web.api;

import io.callscope.analytics.store.Overview;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/overview}. Forces by id, in their order; lag by topic, empty while it is not known. */
record OverviewJson(
        Overview.Counts all,
        Overview.Counts today,
        Map<String, Overview.ForceCounts> forces,
        @Nullable Instant oldestWaiting,
        long analyzedLastHour,
        Map<String, Long> lag) {
    static OverviewJson of(Overview overview, Map<String, Long> lag) {
        Map<String, Overview.ForceCounts> forces = new LinkedHashMap<>();
        overview.forces().forEach((force, counts) -> forces.put(force.id(), counts));
        return new OverviewJson(
                overview.all(), overview.today(), forces, overview.oldestWaiting(), overview.analyzedLastHour(), lag);
    }
}
