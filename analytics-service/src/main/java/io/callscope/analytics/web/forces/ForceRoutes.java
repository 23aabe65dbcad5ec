package io.callscope.analytics.web.forces;

import io.callscope.analytics.accuracy.report.ReviewedItems;
import io.callscope.analytics.audit.AuditLog;
import io.callscope.analytics.web.Labels;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.importance.FigureRoutes;
import io.callscope.analytics.web.importance.ImportancePages;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.requests.RequestsPages;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** Everything on the forces and on requests. Thread-safe. */
public final class ForceRoutes implements RouteGroup {
    private final List<RouteGroup> groups;

    public ForceRoutes(
            ForceSources sources,
            ReviewedItems reviewed,
            Labels labels,
            AuditLog audit,
            PageRenderer renderer,
            ZoneId site,
            Clock clock) {
        ReadLog reads = new ReadLog(audit);
        this.groups = List.of(
                new ForcesPages(sources.reports(), reviewed, labels, reads, renderer, site, clock),
                new RequestsPages(sources.requests(), reads, renderer, site, clock),
                new ImportancePages(sources.importance(), renderer, site, clock),
                new FigureRoutes(sources.figures(), audit));
    }

    @Override
    public void addTo(Routes routes) {
        groups.forEach(group -> group.addTo(routes));
    }
}
