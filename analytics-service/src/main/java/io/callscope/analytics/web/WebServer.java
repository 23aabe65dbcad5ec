package io.callscope.analytics.web;

import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.web.api.AudioApi;
import io.callscope.analytics.web.api.CallQueryParser;
import io.callscope.analytics.web.api.CallsApi;
import io.callscope.analytics.web.audio.AudioCache;
import io.callscope.analytics.web.page.CallPages;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.ops.PortTakenException;
import io.callscope.model.json.EventJson;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinBindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The pages and the JSON API over HTTP. Thread-safe; closing it stops the listener and leaves what it was given open.
 */
public final class WebServer implements AutoCloseable {
    private static final int MAX_THREADS = 48;
    private static final int MIN_THREADS = 4;
    private static final int IDLE_THREAD_MS = 60_000;

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts to listen.
     *
     * @param site zone in which times are shown and days begin
     * @param crmLinkTemplate address of a customer in the CRM, {@code {key}} standing for the customer's key and {@code
     *     {callId}} for the call's id; null when there is none
     * @throws IllegalArgumentException when the address is not this machine's own loopback: there are no users yet
     * @throws PortTakenException when another program listens there
     */
    public static WebServer start(
            HttpConfig http,
            CallRepository calls,
            AudioCache audio,
            Labels labels,
            LagSource lag,
            ZoneId site,
            @Nullable String crmLinkTemplate) {
        return start(http, calls, audio, labels, lag, site, crmLinkTemplate, Clock.systemUTC());
    }

    static WebServer start(
            HttpConfig http,
            CallRepository calls,
            AudioCache audio,
            Labels labels,
            LagSource lag,
            ZoneId site,
            @Nullable String crmLinkTemplate,
            Clock clock) {
        requireLoopback(http);
        Assets assets = new Assets();
        CallQueryParser queries = new CallQueryParser(labels, site);
        CallsApi api = new CallsApi(calls, queries, lag, site, clock);
        AudioApi audioApi = new AudioApi(calls, audio);
        PageRenderer renderer = new PageRenderer(labels, assets, site, crmLinkTemplate, clock);
        CallPages pages = new CallPages(calls, queries, lag, renderer, site, clock);
        Javalin javalin = Javalin.create(config -> {
            configure(config, http);
            SecurityHeaders.on(config.routes);
            Failures.on(config.routes, renderer);
            reads(config.routes, "/assets/{hash}/{name}", context -> asset(assets, context));
            apiRoutes(config.routes, api, audioApi);
            pageRoutes(config.routes, pages);
        });
        return listening(javalin, http);
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

    private static void apiRoutes(RoutesConfig routes, CallsApi api, AudioApi audio) {
        reads(routes, "/api/overview", api::overview);
        reads(routes, "/api/calls", api::list);
        reads(routes, "/api/calls/{id}", api::call);
        reads(routes, "/api/calls/{id}/audio", audio::audio);
        reads(routes, "/api/failed", api::failed);
    }

    private static void pageRoutes(RoutesConfig routes, CallPages pages) {
        reads(routes, "/", pages::overview);
        reads(routes, "/calls", pages::list);
        reads(routes, "/calls/{id}", pages::call);
        reads(routes, "/failed", pages::failed);
    }

    /** HEAD answers as GET does, without the body: by itself it would say 200 to everything. */
    private static void reads(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
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
