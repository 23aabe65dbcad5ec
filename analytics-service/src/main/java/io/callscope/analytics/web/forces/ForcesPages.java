package io.callscope.analytics.web.forces;

import io.callscope.analytics.accuracy.report.ReviewedItems;
import io.callscope.analytics.export.Cell;
import io.callscope.analytics.forces.ForceReports;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.web.Labels;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.api.ParameterCheck;
import io.callscope.analytics.web.api.QueryString;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.export.TableFile;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** {@code /forces} and what can be taken from it. Thread-safe. */
public final class ForcesPages implements RouteGroup {
    private final ForceReports reports;
    private final ReviewedItems reviewed;
    private final Labels labels;
    private final ReadLog reads;
    private final PageRenderer renderer;
    private final ZoneId site;
    private final Clock clock;

    public ForcesPages(
            ForceReports reports,
            ReviewedItems reviewed,
            Labels labels,
            ReadLog reads,
            PageRenderer renderer,
            ZoneId site,
            Clock clock) {
        this.reports = reports;
        this.reviewed = reviewed;
        this.labels = labels;
        this.reads = reads;
        this.renderer = renderer;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/forces", Permission.SEE_FORCES, this::page);
        routes.reads("/api/forces", Permission.SEE_FORCES, context -> context.json(report(context, query(context))));
        routes.reads("/forces/export.csv", Permission.EXPORT, context -> export(context, TableFile.csv(context)));
        routes.reads(
                "/forces/export.xlsx",
                Permission.EXPORT,
                context -> export(context, TableFile.xlsx(renderer.view(context).t("forces.title"))));
    }

    private ForcesQuery query(Context context) {
        return ForcesQuery.parse(context.queryParamMap(), clock.instant(), site);
    }

    private CheckedForces report(Context context, ForcesQuery query) {
        TeamScope scope = Viewer.scope(context);
        return CheckedForces.of(
                reports.read(query.weeks(), query.filter(), scope, clock.instant()), reviewed.read(scope));
    }

    private void page(Context context) {
        ForcesQuery query = query(context);
        renderer.render(context, "forces.jte", new ForcesView(renderer.view(context), query, report(context, query)));
    }

    /** Everything, or with a department in the address the sheet that is handed to it. */
    private void export(Context context, TableFile file) {
        ForcesQuery query = query(context);
        String department = QueryString.first(context.queryParamMap(), "department");
        if (!department.isEmpty()) {
            ParameterCheck.oneOf(labels.ids(Kind.DEPARTMENT)).check("department", department);
        }
        if (context.method().equals(HandlerType.HEAD)) {
            context.contentType(file.mediaType());
            return;
        }
        CheckedForces checked = report(context, query);
        reads.exported(
                context,
                List.of(),
                Map.of("format", file.format(), "filter", query.address("/forces"), "department", department));
        ForcesSheet sheet = new ForcesSheet(new ForcesView(renderer.view(context), query, checked));
        List<List<Cell>> rows = department.isEmpty() ? sheet.rows() : sheet.handover(department);
        file.send(
                context,
                "callscope-forces-" + checked.report().first() + (department.isEmpty() ? "" : "-" + department),
                sheet.columns(),
                table -> rows.forEach(table::row));
    }
}
