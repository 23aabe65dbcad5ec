package io.callscope.analytics.web.export;

import io.callscope.analytics.export.TableWriter;
import io.callscope.analytics.search.CallSearch;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.web.api.CallQuery;
import io.callscope.analytics.web.api.CallQueryParser;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.page.View;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The list of calls as a file. Which calls it will hold is noted before its first byte is sent; a call that may not be
 * seen any more when its turn comes is left out. Thread-safe.
 */
public final class ExportPages implements RouteGroup {
    /** Most calls in a file: about what a spreadsheet still opens without a wait. */
    static final int MOST_ROWS = 50_000;

    private static final int BATCH = 500;

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

    private void csv(Context context) {
        export(context, TableFile.csv(context));
    }

    private void xlsx(Context context) {
        export(context, TableFile.xlsx(renderer.view(context).t("export.sheet")));
    }

    private void export(Context context, TableFile file) {
        CallQuery query = queries.parse(context.queryParamMap());
        TeamScope scope = Viewer.scope(context);
        List<CallId> ids = search.ids(query.filter(), mostRows + 1, scope);
        View view = renderer.view(context);
        if (ids.size() > mostRows) {
            throw ProblemException.of(
                    ProblemType.EXPORT_TOO_LARGE, view.format().number(mostRows));
        }
        if (context.method().equals(HandlerType.HEAD)) {
            context.contentType(file.mediaType());
            return;
        }
        reads.exported(
                context,
                ids,
                Map.of("format", file.format(), "filter", query.kept(), "rows", Integer.toString(ids.size())));
        CallSheet sheet = new CallSheet(view, site);
        file.send(context, "callscope-calls", sheet.columns(), table -> write(table, sheet, ids, scope));
    }

    private void write(TableWriter table, CallSheet sheet, List<CallId> ids, TeamScope scope) {
        var row = sheet.rows();
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<CallId> batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
            search.calls(batch, scope).forEach(call -> table.row(row.apply(call)));
        }
    }
}
