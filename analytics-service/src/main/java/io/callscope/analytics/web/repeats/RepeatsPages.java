package io.callscope.analytics.web.repeats;

import io.callscope.analytics.accuracy.report.ReviewedItems;
import io.callscope.analytics.repeats.report.RepeatReport;
import io.callscope.analytics.repeats.report.RepeatReports;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.web.Labels;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.export.TableFile;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.page.View;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;

/** {@code /repeats} and what can be taken from it. Thread-safe. */
public final class RepeatsPages implements RouteGroup {
    private final RepeatReports reports;
    private final ReviewedItems reviewed;
    private final Labels labels;
    private final ReadLog reads;
    private final PageRenderer renderer;
    private final ZoneId site;
    private final Clock clock;

    public RepeatsPages(
            RepeatReports reports,
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
        routes.reads("/repeats", Permission.SEE_REPORTS, this::page);
        routes.reads("/api/repeats", Permission.SEE_REPORTS, context -> context.json(report(context, query(context))));
        routes.reads("/repeats/export.csv", Permission.EXPORT, this::csv);
        routes.reads("/repeats/export.xlsx", Permission.EXPORT, this::xlsx);
    }

    private RepeatsQuery query(Context context) {
        return RepeatsQuery.parse(context.queryParamMap(), labels, clock.instant(), reports.window(), site);
    }

    private CheckedRepeats report(Context context, RepeatsQuery query) {
        TeamScope scope = Viewer.scope(context);
        return CheckedRepeats.of(
                reports.read(query.weeks(), query.filter(), scope, clock.instant()), reviewed.read(scope));
    }

    private void page(Context context) {
        RepeatsQuery query = query(context);
        renderer.render(context, "repeats.jte", new RepeatsView(renderer.view(context), query, report(context, query)));
    }

    private void csv(Context context) {
        export(context, TableFile.csv(context));
    }

    private void xlsx(Context context) {
        export(context, TableFile.xlsx(renderer.view(context).t("repeats.title")));
    }

    private void export(Context context, TableFile file) {
        RepeatsQuery query = query(context);
        if (context.method().equals(HandlerType.HEAD)) {
            context.contentType(file.mediaType());
            return;
        }
        CheckedRepeats checked = report(context, query);
        RepeatReport report = checked.report();
        View view = renderer.view(context);
        reads.exported(
                context,
                report.causes().stream()
                        .flatMap(cause -> cause.pairs().stream())
                        .flatMap(pair -> Stream.of(pair.earlier(), pair.later()))
                        .distinct()
                        .map(CallId::new)
                        .toList(),
                Map.of("format", file.format(), "filter", query.address("/repeats")));
        RepeatsSheet sheet = new RepeatsSheet(new RepeatsView(view, query, checked));
        file.send(
                context,
                "callscope-repeats-" + report.first(),
                sheet.columns(),
                table -> sheet.rows().forEach(table::row));
    }
}
