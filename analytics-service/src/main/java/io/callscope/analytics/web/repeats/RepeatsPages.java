package io.callscope.analytics.web.repeats;

import io.callscope.analytics.export.Column;
import io.callscope.analytics.export.CsvDialect;
import io.callscope.analytics.export.CsvTableWriter;
import io.callscope.analytics.export.TableWriter;
import io.callscope.analytics.export.XlsxTableWriter;
import io.callscope.analytics.repeats.report.RepeatReport;
import io.callscope.analytics.repeats.report.RepeatReports;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.Labels;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.page.View;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** {@code /repeats} and what can be taken from it. Thread-safe. */
public final class RepeatsPages implements RouteGroup {
    private static final String CSV = "text/csv; charset=utf-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RepeatReports reports;
    private final Labels labels;
    private final ReadLog reads;
    private final PageRenderer renderer;
    private final ZoneId site;
    private final Clock clock;

    public RepeatsPages(
            RepeatReports reports, Labels labels, ReadLog reads, PageRenderer renderer, ZoneId site, Clock clock) {
        this.reports = reports;
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

    private RepeatReport report(Context context, RepeatsQuery query) {
        return reports.read(query.weeks(), query.filter(), Viewer.scope(context), clock.instant());
    }

    private void page(Context context) {
        RepeatsQuery query = query(context);
        renderer.render(context, "repeats.jte", new RepeatsView(renderer.view(context), query, report(context, query)));
    }

    /** Opens a file for some columns. */
    private interface Opener {
        TableWriter open(OutputStream out, List<Column> columns);
    }

    private void csv(Context context) {
        String id = Objects.requireNonNullElse(context.queryParam("dialect"), CsvDialect.EXCEL.id());
        if (!CsvDialect.ids().contains(id)) {
            throw ProblemException.badParameter(
                    "dialect", id, Expected.of("expected.one-of", String.join(", ", CsvDialect.ids())));
        }
        export(context, "csv", CSV, (out, columns) -> new CsvTableWriter(out, CsvDialect.ofId(id), columns));
    }

    private void xlsx(Context context) {
        String name = renderer.view(context).t("repeats.title");
        export(context, "xlsx", XLSX, (out, columns) -> new XlsxTableWriter(out, name, columns));
    }

    private void export(Context context, String format, String mediaType, Opener opener) {
        RepeatsQuery query = query(context);
        context.contentType(mediaType);
        if (context.method().equals(HandlerType.HEAD)) {
            return;
        }
        RepeatReport report = report(context, query);
        View view = renderer.view(context);
        reads.exported(
                context,
                report.causes().stream()
                        .flatMap(cause -> cause.pairs().stream())
                        .flatMap(pair -> Stream.of(pair.earlier(), pair.later()))
                        .distinct()
                        .map(CallId::new)
                        .toList(),
                Map.of("format", format, "filter", query.address("/repeats")));
        context.header(
                "Content-Disposition",
                "attachment; filename=\"callscope-repeats-%s.%s\"".formatted(report.first(), format));
        RepeatsSheet sheet = new RepeatsSheet(new RepeatsView(view, query, report));
        try (OutputStream out = context.outputStream();
                TableWriter table = opener.open(out, sheet.columns())) {
            sheet.rows().forEach(table::row);
        } catch (IOException e) {
            throw new UncheckedIOException("the reader of the file went away", e);
        }
    }
}
