package io.callscope.analytics.web.forces;

import io.callscope.analytics.web.Labels;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** Everything on the forces. Thread-safe. */
public final class ForceRoutes implements RouteGroup {
    private final List<RouteGroup> groups;

    public ForceRoutes(
            ForceSources sources, Labels labels, ReadLog reads, PageRenderer renderer, ZoneId site, Clock clock) {
        this.groups = List.of(new ForcesPages(sources.reports(), labels, reads, renderer, site, clock));
    }

    @Override
    public void addTo(Routes routes) {
        groups.forEach(group -> group.addTo(routes));
    }
}
