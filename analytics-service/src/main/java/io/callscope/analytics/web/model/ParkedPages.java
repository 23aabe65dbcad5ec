package io.callscope.analytics.web.model;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditEvent;
import io.callscope.analytics.audit.AuditLog;
import io.callscope.analytics.llm.budget.Costs.Day;
import io.callscope.analytics.llm.parked.ParkedList;
import io.callscope.analytics.llm.parked.ParkedList.Filter;
import io.callscope.analytics.search.Paging;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.Site;
import io.callscope.analytics.web.api.ListAddress;
import io.callscope.analytics.web.api.ParameterCheck;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.page.View;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which calls wait for the language model, and taking them up again. Thread-safe. */
public final class ParkedPages implements RouteGroup {
    /** Asked for at once; the service takes them up by and by anyway. */
    private static final int MOST = 10_000;

    private final ModelSources model;
    private final AuditLog audit;
    private final PageRenderer renderer;
    private final Site site;

    public ParkedPages(ModelSources model, AuditLog audit, PageRenderer renderer, Site site) {
        this.model = model;
        this.audit = audit;
        this.renderer = renderer;
        this.site = site;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/model", Permission.SEE_FAILURES, this::page);
        routes.acts("/model/resume", Permission.RESUME_CALLS, this::resume);
        routes.reads("/api/llm/parked", Permission.SEE_FAILURES, this::json);
    }

    private void page(Context context) {
        ParkedQuery query = ParkedQuery.of(context.queryParamMap());
        View view = renderer.view(context);
        LocalDate day = LocalDate.ofInstant(view.now(), site.zone());
        Day today = model.costs().report(day, day).day(day);
        ParkedList.Page parked = model.parked()
                .find(query.filter(), ParkedView.SIZE, query.offset(ParkedView.SIZE), Viewer.scope(context));
        renderer.render(
                context, "parked.jte", new ParkedView(view, query, parked, today, model.budget(), asked(context)));
    }

    private static int asked(Context context) {
        String asked = context.queryParam("asked");
        if (asked == null || asked.isBlank()) {
            return -1;
        }
        ParameterCheck.number(0, MOST).check("asked", asked);
        return Integer.parseInt(asked);
    }

    private void json(Context context) {
        ParkedQuery query = ParkedQuery.of(context.queryParamMap());
        ParkedList.Page page = model.parked()
                .find(query.filter(), Paging.MAX_SIZE, query.offset(Paging.MAX_SIZE), Viewer.scope(context));
        context.json(new ParkedJson(page.total(), query.page(), Paging.MAX_SIZE, page.calls(), page.by()));
    }

    /** {@code GET /api/llm/parked}: longest parked first, how many there are in all, and by reason. */
    record ParkedJson(long total, int page, int pageSize, List<ParkedList.Entry> calls, List<ParkedList.ByReason> by) {}

    private void resume(Context context) {
        String reason = ListAddress.id("reason", context.formParam("reason"));
        CallId call = call(context.formParam("call"));
        Map<String, String> detail = new HashMap<>();
        if (reason != null) {
            detail.put("reason", reason);
        }
        audit.append(new AuditEvent(
                Viewer.of(context).login(),
                AuditAction.CALLS_RESUMED,
                call == null ? List.of() : List.of(call),
                detail));
        int asked = model.parked()
                .ask(new Filter(reason, call), MOST, Viewer.scope(context))
                .size();
        String address = ParkedQuery.address(reason, 1);
        context.redirect(address + (address.contains("?") ? "&" : "?") + "asked=" + asked, HttpStatus.SEE_OTHER);
    }

    private static @Nullable CallId call(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        ParameterCheck.text().check("call", id);
        return new CallId(id.strip());
    }
}
