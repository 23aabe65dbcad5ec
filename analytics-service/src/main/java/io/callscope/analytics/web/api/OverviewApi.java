package io.callscope.analytics.web.api;

import io.callscope.analytics.live.ConfigStatus;
import io.callscope.analytics.overview.FailedCalls;
import io.callscope.analytics.overview.Overviews;
import io.callscope.analytics.overview.Overviews.Moments;
import io.callscope.analytics.overview.RuleConfirmations;
import io.callscope.analytics.search.Paging;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.web.LagSource;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Where calls stand and which failed, as JSON. Thread-safe. */
public final class OverviewApi implements RouteGroup {
    private final Overviews overviews;
    private final FailedCalls failures;
    private final RuleConfirmations confirmations;
    private final LagSource lag;
    private final Supplier<ConfigStatus> config;
    private final ZoneId site;
    private final Clock clock;

    public OverviewApi(
            Overviews overviews,
            FailedCalls failures,
            RuleConfirmations confirmations,
            LagSource lag,
            Supplier<ConfigStatus> config,
            ZoneId site,
            Clock clock) {
        this.overviews = overviews;
        this.failures = failures;
        this.confirmations = confirmations;
        this.lag = lag;
        this.config = config;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/api/overview", Permission.SEE_OVERVIEW, this::overview);
        routes.reads("/api/failed", Permission.SEE_FAILURES, this::failed);
    }

    private void overview(Context context) {
        TeamScope scope = Viewer.scope(context);
        context.json(OverviewJson.of(
                overviews.read(Moments.at(clock.instant(), site), scope),
                confirmations.byRule(scope),
                lag.lagByTopic(),
                config.get()));
    }

    private void failed(Context context) {
        FailedQuery query = FailedQuery.of(context.queryParamMap());
        FailedCalls.Page page =
                failures.find(query.filter(), Paging.MAX_SIZE, query.offset(Paging.MAX_SIZE), Viewer.scope(context));
        context.json(new FailedJson(page.total(), query.page(), Paging.MAX_SIZE, page.calls(), page.by()));
    }
}
