package io.callscope.analytics.web.change;

import io.callscope.analytics.live.ConfigStatus;
import io.callscope.analytics.reanalyze.Reanalysis;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;

/** What is in force, and what reanalyses found, as pages and as JSON. No words of a call in them. Thread-safe. */
public final class ChangePages implements RouteGroup {
    private static final int SHOWN = 20;

    private final ChangeSources sources;
    private final PageRenderer renderer;

    public ChangePages(ChangeSources sources, PageRenderer renderer) {
        this.sources = Objects.requireNonNull(sources, "sources");
        this.renderer = Objects.requireNonNull(renderer, "renderer");
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/changes", Permission.SEE_RULES, this::list);
        routes.reads("/changes/{number}", Permission.SEE_RULES, this::one);
        routes.reads(
                "/api/changes",
                Permission.SEE_RULES,
                context -> context.json(new ChangesJson(sources.config().get(), reanalyses(context))));
        routes.reads(
                "/api/changes/{number}",
                Permission.SEE_RULES,
                context -> context.json(ReanalysisJson.of(reanalysis(context))));
    }

    /** {@code GET /api/changes}. */
    record ChangesJson(ConfigStatus config, List<ReanalysisJson> reanalyses) {}

    private void list(Context context) {
        renderer.render(
                context,
                "changes.jte",
                new ChangesView(
                        renderer.view(context),
                        sources.config().get(),
                        sources.reanalyses().latest(SHOWN, Viewer.scope(context))));
    }

    private List<ReanalysisJson> reanalyses(Context context) {
        return sources.reanalyses().latest(SHOWN, Viewer.scope(context)).stream()
                .map(ReanalysisJson::of)
                .toList();
    }

    private void one(Context context) {
        renderer.render(context, "change.jte", new ChangeView(renderer.view(context), reanalysis(context)));
    }

    private Reanalysis reanalysis(Context context) {
        String number = context.pathParam("number");
        if (!number.matches("[0-9]{1,18}")) {
            throw ProblemException.of(ProblemType.UNKNOWN_PAGE, context.path());
        }
        return sources.reanalyses()
                .find(Long.parseLong(number), Viewer.scope(context))
                .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_PAGE, context.path()));
    }
}
