package io.callscope.analytics.web;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.analytics.web.api.AudioApi;
import io.callscope.analytics.web.api.CallQueryParser;
import io.callscope.analytics.web.api.CallsApi;
import io.callscope.analytics.web.api.OverviewApi;
import io.callscope.analytics.web.page.CallPages;
import io.callscope.analytics.web.page.OverviewPages;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.page.SearchPages;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.ops.PortTakenException;
import io.callscope.model.json.EventJson;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinBindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The pages and the JSON API over HTTP. Thread-safe; closing it stops the listener and leaves what it was given open.
 */
public final class WebServer implements AutoCloseable {
    private static final int MAX_THREADS = 48;
    private static final int MIN_THREADS = 4;
    private static final int IDLE_THREAD_MS = 60_000;

    /** There are no users yet: whoever reaches the loopback address works as one. */
    private static final User EVERYBODY = new User("everybody", "callscope", Role.SUPERVISOR, TeamScope.all());

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts to listen.
     *
     * @throws IllegalArgumentException when the address is not this machine's own loopback: there are no users yet
     * @throws PortTakenException when another program listens there
     */
    public static WebServer start(HttpConfig http, Site site, WebSources sources) {
        return start(http, site, sources, Clock.systemUTC());
    }

    static WebServer start(HttpConfig http, Site site, WebSources sources, Clock clock) {
        requireLoopback(http);
        Assets assets = new Assets();
        PageRenderer renderer = new PageRenderer(sources.labels(), assets, site, clock);
        Javalin javalin = Javalin.create(config -> {
            configure(config, http);
            SecurityHeaders.on(config.routes);
            Failures.on(config.routes, renderer);
            config.routes.before(context -> Viewer.is(context, EVERYBODY));
            Routes routes = new Routes(config.routes);
            routes.open("/assets/{hash}/{name}", context -> asset(assets, context));
            groups(site, sources, renderer, clock).forEach(group -> group.addTo(routes));
        });
        return listening(javalin, http);
    }

    /** Every feature with pages or API answers of its own. */
    private static List<RouteGroup> groups(Site site, WebSources sources, PageRenderer renderer, Clock clock) {
        CallQueryParser queries = new CallQueryParser(sources.labels(), site.zone(), clock);
        return List.of(
                new CallsApi(sources.calls(), sources.search(), queries),
                new AudioApi(sources.calls(), sources.audio()),
                new CallPages(sources.calls(), renderer),
                new SearchPages(sources.search(), queries, renderer),
                new OverviewApi(
                        sources.overviews(),
                        sources.failures(),
                        sources.confirmations(),
                        sources.lag(),
                        site.zone(),
                        clock),
                new OverviewPages(
                        sources.overviews(),
                        sources.failures(),
                        sources.confirmations(),
                        sources.lag(),
                        renderer,
                        site.zone(),
                        clock));
    }

    private static void requireLoopback(HttpConfig http) {
        try {
            if (InetAddress.getByName(http.host()).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "host \"%s\": expected an address of this machine".formatted(http.host()), e);
        }
        throw new IllegalArgumentException(
                "host \"%s\": expected a loopback address such as 127.0.0.1, because the pages show calls to everybody who reaches them"
                        .formatted(http.host()));
    }

    private static void configure(JavalinConfig config, HttpConfig http) {
        config.startup.showJavalinBanner = false;
        config.jsonMapper(new JavalinJackson(EventJson.mapper(), false));
        config.jetty.host = http.host();
        config.jetty.port = http.port();
        config.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, IDLE_THREAD_MS);
        config.jetty.modifyHttpConfiguration(jetty -> jetty.setSendServerVersion(false));
    }

    private static void asset(Assets assets, Context context) {
        Assets.Asset asset = assets.find(context.pathParam("hash"), context.pathParam("name"))
                .orElseThrow(io.javalin.http.NotFoundResponse::new);
        context.header("Cache-Control", "public, max-age=31536000, immutable");
        context.contentType(asset.mediaType()).result(asset.bytes());
    }

    private static WebServer listening(Javalin javalin, HttpConfig http) {
        try {
            javalin.start();
            return new WebServer(javalin);
        } catch (JavalinBindException e) {
            throw new PortTakenException("pages", http.host(), http.port(), "http.port", e);
        }
    }

    /** The port that is listened on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        Objects.requireNonNull(javalin).stop();
    }
}
