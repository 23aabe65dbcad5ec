package io.callscope.analytics.web.promises;

import io.callscope.analytics.promises.FollowedPromise;
import io.callscope.analytics.promises.PromiseList;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.export.TableFile;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.page.View;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code /promises}: whom to call before they call. Thread-safe. */
public final class PromisePages implements RouteGroup {
    /** Rows of a file. */
    private static final int MOST_ROWS = 10_000;

    private final PromiseSources sources;
    private final PromiseActs acts;
    private final ReadLog reads;
    private final PageRenderer renderer;
    private final ZoneId site;
    private final Clock clock;

    public PromisePages(PromiseSources sources, ReadLog reads, PageRenderer renderer, ZoneId site, Clock clock) {
        this.sources = sources;
        this.acts = new PromiseActs(sources, reads, clock);
        this.reads = reads;
        this.renderer = renderer;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/promises", Permission.FOLLOW_PROMISES, this::page);
        routes.acts("/promises/{number}/close", Permission.FOLLOW_PROMISES, this::close);
        routes.acts("/promises/{number}/reopen", Permission.FOLLOW_PROMISES, this::reopen);
        routes.reads("/promises/export.csv", Permission.EXPORT, context -> export(context, TableFile.csv(context)));
        routes.reads(
                "/promises/export.xlsx",
                Permission.EXPORT,
                context -> export(context, TableFile.xlsx(renderer.view(context).t("promises.title"))));
    }

    private PromisesQuery query(Context context, Instant now) {
        return PromisesQuery.parse(context.queryParamMap(), now, site);
    }

    private void page(Context context) {
        Instant now = clock.instant();
        PromisesQuery query = query(context, now);
        TeamScope scope = Viewer.scope(context);
        renderer.render(
                context,
                "promises.jte",
                new PromisesView(
                        renderer.view(context),
                        query,
                        sources.promises().list(query.filter(), scope, now),
                        sources.promises().weeks(scope, now),
                        sources.settings().mayClose(Viewer.of(context).role())));
    }

    private void close(Context context) {
        acts.close(context, field(context, "outcome"), null, null, field(context, "note"));
        back(context);
    }

    private void reopen(Context context) {
        acts.reopen(context);
        back(context);
    }

    /** To the list as it was narrowed. */
    private void back(Context context) {
        Map<String, List<String>> given = Map.of(
                "state", List.of(field(context, "state")),
                "kind", List.of(field(context, "kind")),
                "team", List.of(field(context, "team")),
                "queue", List.of(field(context, "queue")),
                "date", List.of(field(context, "date")));
        context.redirect(PromisesQuery.parse(given, clock.instant(), site).address("/promises"), HttpStatus.SEE_OTHER);
    }

    private static String field(Context context, String name) {
        return Objects.requireNonNullElse(context.formParam(name), "");
    }

    private void export(Context context, TableFile file) {
        Instant now = clock.instant();
        PromisesQuery query = query(context, now);
        if (context.method().equals(HandlerType.HEAD)) {
            context.contentType(file.mediaType());
            return;
        }
        PromiseList list = sources.promises().list(query.filter(0, MOST_ROWS), Viewer.scope(context), now);
        reads.exported(
                context,
                list.promises().stream().map(FollowedPromise::callId).distinct().toList(),
                Map.of("format", file.format(), "filter", query.address("/promises")));
        View view = renderer.view(context);
        PromisesSheet sheet = new PromisesSheet(view);
        file.send(
                context,
                "callscope-promises-" + now.atZone(site).toLocalDate(),
                sheet.columns(),
                table -> list.promises().forEach(promise -> table.row(sheet.row(promise))));
    }
}
