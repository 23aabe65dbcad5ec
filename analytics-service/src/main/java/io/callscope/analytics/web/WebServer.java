package io.callscope.analytics.web;

import io.callscope.analytics.users.Passwords;
import io.callscope.analytics.users.SignIn;
import io.callscope.analytics.users.UserStore;
import io.callscope.analytics.web.accuracy.AccuracyPages;
import io.callscope.analytics.web.accuracy.LearningPages;
import io.callscope.analytics.web.api.AudioApi;
import io.callscope.analytics.web.api.CallQueryParser;
import io.callscope.analytics.web.api.CallsApi;
import io.callscope.analytics.web.api.OverviewApi;
import io.callscope.analytics.web.appeals.AppealApi;
import io.callscope.analytics.web.appeals.AppealPages;
import io.callscope.analytics.web.audit.AuditPages;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.calibration.CalibrationPages;
import io.callscope.analytics.web.call.CallPage;
import io.callscope.analytics.web.call.CommentRoutes;
import io.callscope.analytics.web.call.SwapRoutes;
import io.callscope.analytics.web.change.AnalysesPages;
import io.callscope.analytics.web.change.ChangePages;
import io.callscope.analytics.web.desk.CardRoutes;
import io.callscope.analytics.web.desk.DeskSources;
import io.callscope.analytics.web.desk.DeskViews;
import io.callscope.analytics.web.desk.FalseMarkRoutes;
import io.callscope.analytics.web.desk.QueuePages;
import io.callscope.analytics.web.desk.RulesPage;
import io.callscope.analytics.web.explain.ExplainPages;
import io.callscope.analytics.web.export.ExportPages;
import io.callscope.analytics.web.forces.ForceRoutes;
import io.callscope.analytics.web.model.CostPages;
import io.callscope.analytics.web.model.ParkedPages;
import io.callscope.analytics.web.page.OverviewPages;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.page.SearchPages;
import io.callscope.analytics.web.page.ViewPages;
import io.callscope.analytics.web.promises.PromiseApi;
import io.callscope.analytics.web.promises.PromisePages;
import io.callscope.analytics.web.repeats.RepeatsPages;
import io.callscope.analytics.web.review.BlindGate;
import io.callscope.analytics.web.review.DisputePages;
import io.callscope.analytics.web.review.ImportedReviewRoutes;
import io.callscope.analytics.web.review.PairPages;
import io.callscope.analytics.web.review.PlanPages;
import io.callscope.analytics.web.review.ReviewPages;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Routes.Route;
import io.callscope.analytics.web.session.AccountPages;
import io.callscope.analytics.web.session.ClientAddress;
import io.callscope.analytics.web.session.Gate;
import io.callscope.analytics.web.session.SessionCookie;
import io.callscope.analytics.web.session.SignInPages;
import io.callscope.analytics.web.vcon.PublicRecordings;
import io.callscope.analytics.web.vcon.VconApi;
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
import java.util.ArrayList;
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

    private final Javalin javalin;
    private final List<Route> routes;

    private WebServer(Javalin javalin, List<Route> routes) {
        this.javalin = javalin;
        this.routes = List.copyOf(routes);
    }

    /**
     * Starts to listen.
     *
     * @throws IllegalArgumentException when the address can be reached from elsewhere and there is no user yet
     * @throws PortTakenException when another program listens there
     */
    public static WebServer start(HttpConfig http, Site site, WebSources sources) {
        return start(http, site, sources, Clock.systemUTC());
    }

    static WebServer start(HttpConfig http, Site site, WebSources sources, Clock clock) {
        requireUsersBeyondLoopback(http, sources.users());
        Assets assets = new Assets();
        PageRenderer renderer = new PageRenderer(sources.labels(), assets, site, sources.calls()::hasSimulated, clock);
        SignIn signIn = new SignIn(sources.users(), new Passwords(), site.signInLimits(), clock);
        SessionCookie cookie = new SessionCookie(site.isSecure());
        SignInPages signInPages = new SignInPages(
                signIn,
                sources.users(),
                sources.audit(),
                cookie,
                new ClientAddress(site.publicUrl() != null),
                renderer);
        List<RouteGroup> groups = new ArrayList<>(groups(site, sources, renderer, clock));
        groups.add(signInPages);
        groups.add(new AccountPages(signIn, sources.audit(), cookie, renderer));
        List<Route> registered = new ArrayList<>();
        Javalin javalin = Javalin.create(config -> {
            configure(config, http);
            SecurityHeaders.on(config.routes);
            Failures.on(config.routes, renderer, signInPages);
            new Gate(signIn, cookie, site.publicUrl()).before(config.routes);
            new BlindGate(sources.reviews(), new ReadLog(sources.audit())).before(config.routes);
            Routes routes = new Routes(config.routes);
            routes.open("/assets/{hash}/{name}", context -> asset(assets, context));
            groups.forEach(group -> group.addTo(routes));
            registered.addAll(routes.registered());
        });
        return listening(javalin, http, registered);
    }

    /** Every feature with pages or API answers of its own. */
    private static List<RouteGroup> groups(Site site, WebSources sources, PageRenderer renderer, Clock clock) {
        CallQueryParser queries = new CallQueryParser(sources.labels(), site.zone(), clock);
        ReadLog reads = new ReadLog(sources.audit());
        DeskSources desk = sources.desk();
        DeskViews deskViews = new DeskViews(desk, sources.users(), sources.search(), renderer, site);
        CallPage callPage = new CallPage(
                sources.calls(),
                sources.comments(),
                sources.chains(),
                sources.model().costs(),
                sources.reviews().evaluations(),
                sources.reviews().imported(),
                sources.reviews().scorecards(),
                deskViews,
                reads,
                renderer,
                site);
        return List.of(
                new ExportPages(sources.search(), queries, reads, renderer, site.zone()),
                new QueuePages(desk, deskViews, sources.labels(), reads, renderer),
                new CardRoutes(desk, deskViews, sources.users(), renderer, site, clock),
                new FalseMarkRoutes(sources.calls(), desk.falseMarks(), clock),
                new RepeatsPages(
                        sources.repeats(),
                        sources.accuracy().reviewed(),
                        sources.labels(),
                        reads,
                        renderer,
                        site.zone(),
                        clock),
                new AccuracyPages(sources.accuracy(), reads, renderer, site.zone(), clock),
                new LearningPages(sources.accuracy(), sources.audit(), renderer, clock),
                new ForceRoutes(
                        sources.forces(),
                        sources.accuracy().reviewed(),
                        sources.labels(),
                        sources.audit(),
                        renderer,
                        site.zone(),
                        clock),
                new PromisePages(sources.promises(), reads, renderer, site.zone(), clock),
                new PromiseApi(sources.promises(), reads, site.zone(), clock),
                new RulesPage(desk, renderer, site),
                new ChangePages(sources.changes(), renderer),
                new ExplainPages(sources.changes().rules(), renderer),
                new AnalysesPages(sources.changes().analyses(), reads, renderer),
                new ReviewPages(sources.reviews(), sources.calls(), reads, renderer, site, clock),
                new PairPages(sources.reviews(), sources.calls(), reads, renderer, site, clock),
                new ImportedReviewRoutes(sources.reviews(), reads, clock),
                new PlanPages(sources.reviews(), reads, renderer),
                new CalibrationPages(sources.reviews(), sources.audit(), renderer, clock),
                new AppealPages(sources.reviews(), sources.calls(), reads, renderer, site),
                new AppealApi(sources.reviews(), reads),
                new DisputePages(sources.reviews(), sources.calls(), reads, renderer, site, clock),
                callPage,
                new CommentRoutes(sources.calls(), sources.comments(), callPage, renderer, clock),
                new SwapRoutes(sources.calls(), sources.swaps(), reads),
                new CallsApi(
                        sources.calls(),
                        sources.search(),
                        sources.comments(),
                        sources.reviews().evaluations(),
                        queries,
                        reads),
                new AudioApi(sources.calls(), sources.audio(), site.playUntranscribed(), reads),
                new VconApi(
                        sources.calls(),
                        new PublicRecordings(sources.audio(), site.playUntranscribed(), site.publicUrl()),
                        reads),
                new SearchPages(sources.search(), sources.views(), queries, renderer),
                new ViewPages(sources.views(), queries, renderer),
                new OverviewApi(
                        sources.overviews(),
                        sources.failures(),
                        sources.confirmations(),
                        sources.lag(),
                        sources.changes().config(),
                        site.zone(),
                        clock),
                new OverviewPages(
                        sources.overviews(),
                        sources.failures(),
                        sources.confirmations(),
                        sources.lag(),
                        sources.changes().config(),
                        renderer,
                        site.zone(),
                        clock),
                new ParkedPages(sources.model(), sources.audit(), renderer, site),
                new CostPages(sources.model(), renderer, site),
                new AuditPages(sources.auditTrail(), renderer, site.zone()));
    }

    private static void requireUsersBeyondLoopback(HttpConfig http, UserStore users) {
        boolean loopback;
        try {
            loopback = InetAddress.getByName(http.host()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "host \"%s\": expected an address of this machine".formatted(http.host()), e);
        }
        if (!loopback && users.enabledCount() == 0) {
            throw new IllegalArgumentException(
                    "host \"%s\": expected a loopback address such as 127.0.0.1 while there is no user; add one with callscope user add"
                            .formatted(http.host()));
        }
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

    private static WebServer listening(Javalin javalin, HttpConfig http, List<Route> routes) {
        try {
            javalin.start();
            return new WebServer(javalin, routes);
        } catch (JavalinBindException e) {
            throw new PortTakenException("pages", http.host(), http.port(), "http.port", e);
        }
    }

    /** Every route there is, with what it asks of its user. */
    List<Route> routes() {
        return routes;
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
