package io.callscope.analytics.web.model;

import io.callscope.analytics.llm.LlmBudget;
import io.callscope.analytics.llm.budget.Costs.Report;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.Site;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.page.View;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.javalin.http.Context;
import java.time.LocalDate;

/** What the language model took, by day and task. Site-wide: nothing of it is kept by team. Thread-safe. */
public final class CostPages implements RouteGroup {
    private final ModelSources model;
    private final PageRenderer renderer;
    private final Site site;

    public CostPages(ModelSources model, PageRenderer renderer, Site site) {
        this.model = model;
        this.renderer = renderer;
        this.site = site;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/model/costs", Permission.SEE_COSTS, this::page);
        routes.reads("/api/llm/costs", Permission.SEE_COSTS, this::json);
    }

    private void page(Context context) {
        View view = renderer.view(context);
        renderer.render(context, "costs.jte", new CostsView(view, report(context, view), today(view), model.budget()));
    }

    private LocalDate today(View view) {
        return LocalDate.ofInstant(view.now(), site.zone());
    }

    private Report report(Context context, View view) {
        CostsQuery query = CostsQuery.of(context, today(view));
        return model.costs().report(query.from(), query.to());
    }

    private void json(Context context) {
        context.json(new CostsJson(report(context, renderer.view(context)), model.budget()));
    }

    /** {@code GET /api/llm/costs}: days, lines by day and task, and what may be taken. */
    record CostsJson(Report report, LlmBudget budget) {}
}
