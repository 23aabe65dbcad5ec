package io.callscope.analytics.web.requests;

import io.callscope.analytics.requests.RequestReport;
import io.callscope.analytics.requests.RequestReport.ToHear;
import io.callscope.analytics.requests.RequestReports;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.export.TableFile;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/** {@code /requests} and what can be taken from it. Thread-safe. */
public final class RequestsPages implements RouteGroup {
    private final RequestReports reports;
    private final ReadLog reads;
    private final PageRenderer renderer;
    private final ZoneId site;
    private final Clock clock;

    public RequestsPages(RequestReports reports, ReadLog reads, PageRenderer renderer, ZoneId site, Clock clock) {
        this.reports = reports;
        this.reads = reads;
        this.renderer = renderer;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/requests", Permission.SEE_REPORTS, this::page);
        routes.reads("/api/requests", Permission.SEE_REPORTS, context -> context.json(report(context, query(context))));
        routes.reads("/requests/export.csv", Permission.EXPORT, context -> export(context, TableFile.csv(context)));
        routes.reads(
                "/requests/export.xlsx",
                Permission.EXPORT,
                context -> export(context, TableFile.xlsx(renderer.view(context).t("requests.title"))));
    }

    private RequestsQuery query(Context context) {
        return RequestsQuery.parse(context.queryParamMap(), clock.instant(), site);
    }

    private RequestReport report(Context context, RequestsQuery query) {
        return reports.read(query.weeks(), query.queue(), Viewer.scope(context));
    }

    private void page(Context context) {
        RequestsQuery query = query(context);
        renderer.render(
                context, "requests.jte", new RequestsView(renderer.view(context), query, report(context, query)));
    }

    private void export(Context context, TableFile file) {
        RequestsQuery query = query(context);
        if (context.method().equals(HandlerType.HEAD)) {
            context.contentType(file.mediaType());
            return;
        }
        RequestReport report = report(context, query);
        reads.exported(
                context,
                report.toHear().stream()
                        .map(ToHear::callId)
                        .distinct()
                        .map(CallId::new)
                        .toList(),
                Map.of("format", file.format(), "filter", query.address("/requests")));
        RequestsSheet sheet = new RequestsSheet(new RequestsView(renderer.view(context), query, report));
        file.send(
                context,
                "callscope-requests-" + report.first(),
                sheet.columns(),
                table -> sheet.rows().forEach(table::row));
    }
}
