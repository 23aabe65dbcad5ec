package io.callscope.analytics.web.promises;

import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.analytics.web.route.JsonBody;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /api/promises}: promises as JSON, and what other systems say became of them. Thread-safe. */
public final class PromiseApi implements RouteGroup {
    private static final Expected CLOSING = Expected.of("expected.promise-closing");

    private final PromiseSources sources;
    private final PromiseActs acts;
    private final ZoneId site;
    private final Clock clock;

    public PromiseApi(PromiseSources sources, ReadLog reads, ZoneId site, Clock clock) {
        this.sources = sources;
        this.acts = new PromiseActs(sources, reads, clock);
        this.site = site;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/api/promises", Permission.FOLLOW_PROMISES, this::list);
        routes.reads(
                "/api/promises/{number}", Permission.FOLLOW_PROMISES, context -> context.json(acts.promise(context)));
        routes.acts("/api/promises/{number}/close", Permission.FOLLOW_PROMISES, this::close);
        routes.acts(
                "/api/promises/{number}/reopen",
                Permission.FOLLOW_PROMISES,
                context -> context.json(acts.reopen(context)));
    }

    /**
     * The body of a closing.
     *
     * @param at when it happened; now when it is left out
     * @param who says so; the signed-in user when it is left out
     */
    private record Body(
            @Nullable String outcome,
            @Nullable Instant at,
            @Nullable String who,
            @Nullable String note) {}

    private void list(Context context) {
        Instant now = clock.instant();
        TeamScope scope = Viewer.scope(context);
        PromisesQuery query = PromisesQuery.parse(context.queryParamMap(), now, site);
        context.json(PromisesJson.of(
                query,
                sources.promises().list(query.filter(), scope, now),
                sources.promises().weeks(scope, now)));
    }

    private void close(Context context) throws IOException {
        Body body = JsonBody.read(context, Body.class, CLOSING);
        context.json(acts.close(
                context,
                Objects.requireNonNullElse(body.outcome(), ""),
                body.at(),
                body.who(),
                Objects.requireNonNullElse(body.note(), "")));
    }
}
