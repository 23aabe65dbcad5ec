package io.callscope.analytics.web.desk;

import io.callscope.analytics.desk.DryRun;
import io.callscope.analytics.desk.RuleStudy.Period;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.Site;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.page.View;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** The rules, how they did, and how they would have done last month. Thread-safe. */
public final class RulesPage implements RouteGroup {
    private static final int DAYS = 30;

    private final DeskSources desk;
    private final PageRenderer renderer;
    private final Site site;

    /** A dry run reads a month of calls: two at once would only take twice as long. */
    private final Semaphore running = new Semaphore(1);

    public RulesPage(DeskSources desk, PageRenderer renderer, Site site) {
        this.desk = desk;
        this.renderer = renderer;
        this.site = site;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/rules", Permission.SEE_RULES, this::page);
    }

    private void page(Context context) {
        View view = renderer.view(context);
        Period period = Period.before(view.now().atZone(site.zone()).toLocalDate(), DAYS, site.zone());
        DryRun dryRun = context.queryParam("dry-run") == null ? null : dryRun(period);
        renderer.render(
                context,
                "rules.jte",
                new RulesView(
                        view, desk.rules().rules(), desk.study().records(period, Viewer.scope(context)), DAYS, dryRun));
    }

    private @Nullable DryRun dryRun(Period period) {
        if (!running.tryAcquire()) {
            throw ProblemException.of(ProblemType.DRY_RUN_BUSY);
        }
        try {
            return desk.study().dryRun(desk.rules().rules(), period);
        } finally {
            running.release();
        }
    }
}
