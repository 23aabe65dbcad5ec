package io.callscope.analytics.web.page;

import io.callscope.analytics.live.ConfigStatus;
import io.callscope.analytics.overview.FailedCalls;
import io.callscope.analytics.overview.Overviews;
import io.callscope.analytics.overview.Overviews.Moments;
import io.callscope.analytics.overview.RuleConfirmations;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.web.LagSource;
import io.callscope.analytics.web.api.FailedQuery;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Where calls stand, and which could not be processed. Thread-safe. */
public final class OverviewPages implements RouteGroup {
    private final Overviews overviews;
    private final FailedCalls failures;
    private final RuleConfirmations confirmations;
    private final LagSource lag;
    private final Supplier<ConfigStatus> config;
    private final PageRenderer renderer;
    private final ZoneId site;
    private final Clock clock;

    public OverviewPages(
            Overviews overviews,
            FailedCalls failures,
            RuleConfirmations confirmations,
            LagSource lag,
            Supplier<ConfigStatus> config,
            PageRenderer renderer,
            ZoneId site,
            Clock clock) {
        this.overviews = overviews;
        this.failures = failures;
        this.confirmations = confirmations;
        this.lag = lag;
        this.config = config;
        this.renderer = renderer;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/", Permission.SEE_OVERVIEW, this::overview);
        routes.reads("/failed", Permission.SEE_FAILURES, this::failed);
    }

    private void overview(Context context) {
        TeamScope scope = Viewer.scope(context);
        renderer.render(
                context,
                "overview.jte",
                new OverviewPage(
                        renderer.view(context),
                        overviews.read(Moments.at(clock.instant(), site), scope),
                        confirmations.byRule(scope),
                        lag.lagByTopic(),
                        config.get()));
    }

    private void failed(Context context) {
        FailedQuery query = FailedQuery.of(context.queryParamMap());
        renderer.render(
                context,
                "failed.jte",
                new FailedPage(
                        renderer.view(context),
                        query,
                        failures.find(
                                query.filter(),
                                FailedPage.SIZE,
                                query.offset(FailedPage.SIZE),
                                Viewer.scope(context))));
    }
}
