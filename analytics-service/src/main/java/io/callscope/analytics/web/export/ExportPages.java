package io.callscope.analytics.web.export;

import io.callscope.analytics.export.Column;
import io.callscope.analytics.export.CsvDialect;
import io.callscope.analytics.export.CsvTableWriter;
import io.callscope.analytics.export.TableWriter;
import io.callscope.analytics.export.XlsxTableWriter;
import io.callscope.analytics.search.CallSearch;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.web.api.CallQuery;
import io.callscope.analytics.web.api.CallQueryParser;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.page.View;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The list of calls as a file. Which calls it will hold is noted before its first byte is sent; a call that may not be
 * seen any more when its turn comes is left out. Thread-safe.
 */
public final class ExportPages implements RouteGroup {
    /** Most calls in a file: about what a spreadsheet still opens without a wait. */
    static final int MOST_ROWS = 50_000;

    private static final int BATCH = 500;
    private static final String CSV = "text/csv; charset=utf-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final CallSearch search;
    private final CallQueryParser queries;
    private final ReadLog reads;
    private final PageRenderer renderer;
    private final ZoneId site;
    private final int mostRows;

    public ExportPages(CallSearch search, CallQueryParser queries, ReadLog reads, PageRenderer renderer, ZoneId site) {
        this(search, queries, reads, renderer, site, MOST_ROWS);
    }

    ExportPages(
            CallSearch search,
            CallQueryParser queries,
            ReadLog reads,
            PageRenderer renderer,
            ZoneId site,
            int mostRows) {
        this.search = search;
        this.queries = queries;
        this.reads = reads;
        this.renderer = renderer;
        this.site = site;
        this.mostRows = mostRows;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/calls/export.csv", Permission.EXPORT, this::csv);
        routes.reads("/calls/export.xlsx", Permission.EXPORT, this::xlsx);
    }

    /** Opens a file for some columns. */
    private interface Opener {
        TableWriter open(OutputStream out, List<Column> columns);
    }

    private void csv(Context context) {
        CsvDialect dialect = dialect(context);
        export(context, "csv", CSV, (out, columns) -> new CsvTableWriter(out, dialect, columns));
    }

    private void xlsx(Context context) {
        String name = renderer.view(context).t("export.sheet");
        export(context, "xlsx", XLSX, (out, columns) -> new XlsxTableWriter(out, name, columns));
    }

    private static CsvDialect dialect(Context context) {
        String id = Objects.requireNonNullElse(context.queryParam("dialect"), CsvDialect.EXCEL.id());
        if (!CsvDialect.ids().contains(id)) {
            throw ProblemException.badParameter(
                    "dialect", id, Expected.of("expected.one-of", String.join(", ", CsvDialect.ids())));
        }
        return CsvDialect.ofId(id);
    }

    private void export(Context context, String format, String mediaType, Opener opener) {
        CallQuery query = queries.parse(context.queryParamMap());
        TeamScope scope = Viewer.scope(context);
        List<CallId> ids = search.ids(query.filter(), mostRows + 1, scope);
        View view = renderer.view(context);
        if (ids.size() > mostRows) {
            throw ProblemException.of(
                    ProblemType.EXPORT_TOO_LARGE, view.format().number(mostRows));
        }
        if (context.method().equals(HandlerType.HEAD)) {
            context.contentType(mediaType);
            return;
        }
        reads.exported(
                context, ids, Map.of("format", format, "filter", query.kept(), "rows", Integer.toString(ids.size())));
        context.contentType(mediaType)
                .header("Content-Disposition", "attachment; filename=\"callscope-calls.%s\"".formatted(format));
        write(context, opener, new CallSheet(view, site), ids, scope);
    }

    private void write(Context context, Opener opener, CallSheet sheet, List<CallId> ids, TeamScope scope) {
        try (OutputStream out = context.outputStream();
                TableWriter table = opener.open(out, sheet.columns())) {
            var row = sheet.rows();
            for (int from = 0; from < ids.size(); from += BATCH) {
                List<CallId> batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
                search.calls(batch, scope).forEach(call -> table.row(row.apply(call)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the reader of the file went away", e);
        }
    }
}
