package io.callscope.analytics.web.accuracy;

import io.callscope.analytics.accuracy.report.AccuracyReport;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.export.TableFile;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** {@code /accuracy} and what can be taken from it. Thread-safe. */
public final class AccuracyPages implements RouteGroup {
    private final AccuracySources sources;
    private final ReadLog reads;
    private final PageRenderer renderer;
    private final ZoneId site;
    private final Clock clock;

    public AccuracyPages(AccuracySources sources, ReadLog reads, PageRenderer renderer, ZoneId site, Clock clock) {
        this.sources = sources;
        this.reads = reads;
        this.renderer = renderer;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/accuracy", Permission.SEE_ACCURACY, this::page);
        routes.reads("/api/accuracy", Permission.SEE_ACCURACY, context -> context.json(report(context)));
        routes.reads(
                "/accuracy/export.csv", Permission.SEE_ACCURACY, context -> export(context, TableFile.csv(context)));
        routes.reads(
                "/accuracy/export.xlsx",
                Permission.SEE_ACCURACY,
                context -> export(context, TableFile.xlsx(renderer.view(context).t("accuracy.title"))));
    }

    private AccuracyReport report(Context context) {
        return sources.reports().read(Viewer.scope(context), clock.instant());
    }

    private AccuracyView view(Context context) {
        return new AccuracyView(
                renderer.view(context), report(context), sources.scorecards().get());
    }

    private void page(Context context) {
        renderer.render(context, "accuracy.jte", view(context));
    }

    private void export(Context context, TableFile file) {
        if (context.method().equals(HandlerType.HEAD)) {
            context.contentType(file.mediaType());
            return;
        }
        AccuracySheet sheet = new AccuracySheet(view(context));
        // figures only: no call is named
        reads.exported(context, List.of(), Map.of("format", file.format(), "report", "accuracy"));
        file.send(
                context,
                "callscope-accuracy-" + LocalDate.ofInstant(clock.instant(), site),
                sheet.columns(),
                table -> sheet.rows().forEach(table::row));
    }
}
