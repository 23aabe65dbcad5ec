package io.callscope.analytics.web.page;

import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.LagSource;
import io.callscope.analytics.web.api.CallQuery;
import io.callscope.analytics.web.api.CallQueryParser;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Answers the pages' addresses. Thread-safe. */
public final class CallPages implements RouteGroup {
    private static final int SHOWN_FAILURES = 200;

    private final CallRepository calls;
    private final CallQueryParser queries;
    private final LagSource lag;
    private final PageRenderer renderer;
    private final ZoneId site;
    private final Clock clock;

    public CallPages(
            CallRepository calls,
            CallQueryParser queries,
            LagSource lag,
            PageRenderer renderer,
            ZoneId site,
            Clock clock) {
        this.calls = calls;
        this.queries = queries;
        this.lag = lag;
        this.renderer = renderer;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/", Permission.SEE_OVERVIEW, this::overview);
        routes.reads("/calls", Permission.READ_CALLS, this::list);
        routes.reads("/failed", Permission.SEE_FAILURES, this::failed);
    }

    private void overview(Context context) {
        Instant midnight =
                LocalDate.now(clock.withZone(site)).atStartOfDay(site).toInstant();
        renderer.render(
                context,
                "overview.jte",
                new OverviewPage(renderer.view(context), calls.overview(clock.instant(), midnight), lag.lagByTopic()));
    }

    private void list(Context context) {
        CallQuery query = queries.parse(context.queryParamMap());
        // htmx would keep the form's empty fields in the address
        context.header(
                "HX-Push-Url", query.address(context.path(), query.filter().page()));
        renderer.render(
                context,
                "calls.jte",
                new CallsPage(
                        renderer.view(context),
                        query,
                        calls.find(query.filter(), Viewer.scope(context)),
                        context.path()));
    }

    private void failed(Context context) {
        renderer.render(
                context,
                "failed.jte",
                new FailedPage(
                        renderer.view(context),
                        calls.failed(SHOWN_FAILURES, 0, Viewer.scope(context)),
                        calls.failedCount(Viewer.scope(context))));
    }
}
