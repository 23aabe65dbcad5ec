package io.callscope.analytics.web.importance;

import io.callscope.analytics.importance.ImportanceReport;
import io.callscope.analytics.importance.ImportanceReports;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.ZoneId;

/** {@code /importance} and its figures. Thread-safe. */
public final class ImportancePages implements RouteGroup {
    private final ImportanceReports reports;
    private final PageRenderer renderer;
    private final ZoneId site;
    private final Clock clock;

    public ImportancePages(ImportanceReports reports, PageRenderer renderer, ZoneId site, Clock clock) {
        this.reports = reports;
        this.renderer = renderer;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/importance", Permission.SEE_REPORTS, this::page);
        routes.reads(
                "/api/importance", Permission.SEE_REPORTS, context -> context.json(report(context, query(context))));
    }

    private ImportanceQuery query(Context context) {
        return ImportanceQuery.parse(context.queryParamMap(), clock.instant(), site);
    }

    private ImportanceReport report(Context context, ImportanceQuery query) {
        return reports.read(query.weeks(), query.question(), Viewer.scope(context), clock.instant());
    }

    private void page(Context context) {
        ImportanceQuery query = query(context);
        renderer.render(
                context, "importance.jte", new ImportanceView(renderer.view(context), query, report(context, query)));
    }
}
