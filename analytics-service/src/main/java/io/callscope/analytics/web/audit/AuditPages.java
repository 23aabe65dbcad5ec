package io.callscope.analytics.web.audit;

import io.callscope.analytics.audit.AuditCheck;
import io.callscope.analytics.audit.AuditRow;
import io.callscope.analytics.audit.AuditTrail;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;

/** The log for those who watch it. Thread-safe. */
public final class AuditPages implements RouteGroup {
    private static final int PAGE = 100;

    private final AuditTrail trail;
    private final PageRenderer renderer;
    private final ZoneId site;

    public AuditPages(AuditTrail trail, PageRenderer renderer, ZoneId site) {
        this.trail = trail;
        this.renderer = renderer;
        this.site = site;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/audit", Permission.SEE_AUDIT, this::page);
        routes.reads("/audit/export.csv", Permission.SEE_AUDIT, this::export);
        routes.reads("/api/audit", Permission.SEE_AUDIT, this::json);
    }

    private void page(Context context) {
        AuditQuery query = AuditQuery.parse(context.queryParamMap(), site);
        List<AuditRow> rows = trail.newest(query.filter(), query.before(), PAGE);
        String older = rows.size() < PAGE
                ? null
                : query.address("/audit", rows.get(PAGE - 1).seq());
        renderer.render(
                context,
                "audit.jte",
                new AuditView(
                        renderer.view(context),
                        query.given(),
                        rows,
                        older,
                        query.address("/audit/export.csv", Long.MAX_VALUE),
                        context.queryParam("check") == null ? null : checked()));
    }

    private AuditCheck.Result checked() {
        AuditCheck check = new AuditCheck(null);
        trail.readAll(check::next);
        return check.result();
    }

    private void json(Context context) {
        AuditQuery query = AuditQuery.parse(context.queryParamMap(), site);
        context.json(trail.newest(query.filter(), query.before(), PAGE));
    }

    private void export(Context context) {
        AuditQuery query = AuditQuery.parse(context.queryParamMap(), site);
        context.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"callscope-audit.csv\"");
        AuditCsv.write(trail, query.filter(), context.outputStream());
    }
}
