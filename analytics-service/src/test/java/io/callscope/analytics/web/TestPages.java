package io.callscope.analytics.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditEvent;
import io.callscope.analytics.audit.JdbiAuditLog;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.comments.JdbiComments;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.desk.JdbiRuleStudy;
import io.callscope.analytics.llm.LlmBudget;
import io.callscope.analytics.llm.budget.JdbiCosts;
import io.callscope.analytics.llm.parked.JdbiParkedList;
import io.callscope.analytics.overview.JdbiFailedCalls;
import io.callscope.analytics.overview.JdbiOverviews;
import io.callscope.analytics.repeats.JdbiRepeatChains;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.repeats.report.JdbiRepeatReports;
import io.callscope.analytics.search.JdbiCallSearch;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.users.Account;
import io.callscope.analytics.users.JdbiUserStore;
import io.callscope.analytics.users.Passwords;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.SignIn;
import io.callscope.analytics.users.SignInLimits;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.analytics.views.JdbiSavedViews;
import io.callscope.analytics.web.audio.AudioCache;
import io.callscope.analytics.web.model.ModelSources;
import io.callscope.analytics.web.route.Routes;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.HttpConfig;
import io.callscope.model.json.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** The pages over a real database of their own, and a client that asks them. Close it. */
public final class TestPages implements AutoCloseable {
    /** What the pages take for now. */
    public static final Instant NOW = Instant.parse("2026-10-14T12:00:00Z");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Map<Role, String> PASSWORDS = Map.of(
            Role.CONTROLLER, "controller-password",
            Role.SUPERVISOR, "supervisor-password",
            Role.HEAD, "head-of-center-password",
            Role.OPS, "operations-password");

    /** Hashing is slow by intent. */
    private static final Map<Role, String> HASHES = new ConcurrentHashMap<>();

    /** What the language model of these pages may take. */
    public static final LlmBudget BUDGET = new LlmBudget(20_000L, 5_000_000L, 300.0, "RUB", 12.0, 3.0, 48.0);

    private final AnalyticsDatabase database = TestDatabase.empty();
    private final JdbiCallRepository calls = DeskFixtures.calls(database);
    private final ToneSource recordings;
    private final SettableClock clock = new SettableClock(NOW);
    private final SignIn signIn;
    private final WebServer server;

    /** Signed in for every request that does not say otherwise. */
    private String token;

    private TestPages(int recordingSeconds) {
        this(recordingSeconds, null);
    }

    private TestPages(int recordingSeconds, @Nullable URI publicUrl) {
        this.recordings = new ToneSource(recordingSeconds);
        JdbiUserStore users = new JdbiUserStore(database.dataSource());
        JdbiAuditLog audit = new JdbiAuditLog(database.dataSource(), clock);
        for (Role role : Role.values()) {
            User user = new User(role.id(), "Имя " + role.id(), role, TeamScope.all());
            users.add(new Account(user, HASHES.computeIfAbsent(role, TestPages::hash), true, NOW));
            audit.append(new AuditEvent(
                    "test", AuditAction.USER_ADDED, List.of(), Map.of("user", role.id(), "role", role.id())));
        }
        this.signIn = new SignIn(users, new Passwords(), SignInLimits.defaults(), clock);
        this.token = signIn.admit(Role.SUPERVISOR.id());
        this.server = serve(HttpConfig.local(0), database, recordings, clock, publicUrl);
    }

    static WebServer serve(HttpConfig http, AnalyticsDatabase database, ToneSource recordings, Clock clock) {
        return serve(http, database, recordings, clock, null);
    }

    private static WebServer serve(
            HttpConfig http, AnalyticsDatabase database, ToneSource recordings, Clock clock, @Nullable URI publicUrl) {
        JdbiAuditLog audit = new JdbiAuditLog(database.dataSource(), clock);
        return WebServer.start(
                http,
                new Site(
                        ZoneId.of("Europe/Moscow"),
                        "https://crm.example/c/{key}",
                        90,
                        false,
                        publicUrl,
                        SignInLimits.defaults(),
                        true),
                new WebSources(
                        new JdbiCallRepository(database.dataSource()),
                        new JdbiCallSearch(database.dataSource()),
                        new JdbiOverviews(database.dataSource()),
                        new JdbiFailedCalls(database.dataSource()),
                        new JdbiRuleStudy(database.dataSource()),
                        new JdbiSavedViews(database.dataSource(), clock),
                        new AudioCache(recordings, folder(), DataSize.ofMiB(4)),
                        new JdbiComments(database.dataSource()),
                        new FixtureLabels(),
                        () -> Map.of("calls.recorded.v1", 12L),
                        new JdbiUserStore(database.dataSource()),
                        audit,
                        audit,
                        DeskFixtures.sources(database),
                        new JdbiRepeatReports(
                                database.dataSource(),
                                RepeatSettings.defaults(),
                                CodebookLoader.load(ConfigDir.shipped())),
                        new JdbiRepeatChains(database.dataSource()),
                        DeskFixtures.accuracy(database),
                        DeskFixtures.swaps(database, clock),
                        new ModelSources(
                                new JdbiParkedList(database.dataSource(), clock),
                                new JdbiCosts(database.dataSource(), ZoneId.of("Europe/Moscow")),
                                BUDGET),
                        DeskFixtures.changes(database),
                        DeskFixtures.reviews(database, clock),
                        ForceFixtures.sources(database),
                        DeskFixtures.promises(database)),
                clock);
    }

    private static String hash(Role role) {
        return new Passwords().hash(password(role));
    }

    /** The password of the user whose login is the role's id. */
    public static String password(Role role) {
        return Objects.requireNonNull(PASSWORDS.get(role));
    }

    /** Goes on as the user whose login is the role's id; he sees every team. */
    public TestPages as(Role role) {
        token = signIn.admit(role.id());
        return this;
    }

    /** Goes on as a user of this role who sees only these teams. */
    public TestPages as(Role role, String... teams) {
        String login = "u" + UUID.randomUUID().toString().substring(0, 8);
        new JdbiUserStore(database.dataSource())
                .add(new Account(new User(login, login, role, TeamScope.of(Set.of(teams))), null, true, NOW));
        token = signIn.admit(login);
        return this;
    }

    /** Goes on as a user of this role who sees every team and was not there before. */
    public TestPages asNewcomer(Role role, String login) {
        new JdbiUserStore(database.dataSource())
                .add(new Account(new User(login, login, role, TeamScope.all()), null, true, NOW));
        token = signIn.admit(login);
        return this;
    }

    /** Goes on signed out. */
    public TestPages asNobody() {
        token = "";
        return this;
    }

    /** The cookie that the next request carries. */
    public String cookie() {
        return "callscope=" + token;
    }

    public SettableClock clock() {
        return clock;
    }

    public List<Routes.Route> routes() {
        return server.routes();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "servers")), "audio");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As browsers reach it through a proxy. */
    public static TestPages behind(String publicUrl) {
        return new TestPages(2, URI.create(publicUrl));
    }

    public static TestPages empty() {
        return new TestPages(2);
    }

    /** With a plausible week in it. */
    public static TestPages seeded() {
        return seeded(2);
    }

    /** The same; recordings of calls that nobody speaks in are a hum of this length. */
    public static TestPages seeded(int recordingSeconds) {
        TestPages pages = new TestPages(recordingSeconds);
        SeededCalls seeded = new SeededCalls(pages.calls, NOW);
        seeded.all();
        pages.recordings.speaks(seeded.spoken());
        pages.recordings.expire(SeededCalls.hash(14));
        DeskFixtures.seedReanalysis(pages.database);
        return pages;
    }

    /** With a queue of a day beside it. */
    public static TestPages withQueue() {
        TestPages pages = seeded();
        new SeededQueue(pages.calls, NOW).all();
        return pages;
    }

    /** Every call is of a customer of its own from now on, so that none has anything to do with another. */
    public TestPages strangers() {
        Jdbi.create(database.dataSource())
                .useHandle(handle ->
                        handle.execute("UPDATE calls SET customer_key = encode(sha256(CAST(call_id AS bytea)), 'hex') "
                                + "WHERE customer_key IS NOT NULL"));
        return this;
    }

    /** These calls are of one customer from now on. */
    public void sameCustomer(String... calls) {
        Jdbi.create(database.dataSource())
                .useHandle(handle -> handle.createUpdate(
                                "UPDATE calls SET customer_key = repeat('c', 64) WHERE call_id = ANY(:calls)")
                        .bindArray("calls", String.class, (Object[]) calls)
                        .execute());
    }

    public JdbiCallRepository calls() {
        return calls;
    }

    public AnalyticsDatabase database() {
        return database;
    }

    public ToneSource recordings() {
        return recordings;
    }

    public int port() {
        return server.port();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** A page that is there. */
    public Document page(String path) throws IOException, InterruptedException {
        return Jsoup.parse(found(path));
    }

    /** A JSON answer that is there. */
    public JsonNode json(String path) throws IOException, InterruptedException {
        return EventJson.mapper().readTree(found(path));
    }

    private String found(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError("%s answered %d".formatted(path, response.statusCode()));
        }
        return response.body();
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return HTTP.send(request(path, headers), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> bytes(String path, String... headers) throws IOException, InterruptedException {
        return HTTP.send(request(path, headers), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** A request of any method, without a body; changes come from the pages themselves. */
    public HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest request = builder(path, headers)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .setHeader("Origin", uri("").toString())
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A text put to an address. */
    public HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return sendBody("PUT", path, body);
    }

    /** A request of any method with a body. */
    public HttpResponse<String> sendBody(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = builder(path)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .setHeader("Origin", uri("").toString())
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A form as a browser sends it. Names and values in turn. */
    public HttpResponse<String> post(String path, String... fields) throws IOException, InterruptedException {
        return post(path, List.of(fields), "Origin", uri("").toString());
    }

    /** A form with headers of the caller's. */
    public HttpResponse<String> post(String path, List<String> fields, String... headers)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(encoded(fields.get(i)))
                    .append('=')
                    .append(encoded(fields.get(i + 1)));
        }
        HttpRequest request = builder(path, headers)
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest request(String path, String... headers) {
        return builder(path, headers).build();
    }

    private HttpRequest.Builder builder(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        boolean ownCookie = Arrays.stream(headers).anyMatch("Cookie"::equals);
        return token.isEmpty() || ownCookie ? request : request.header("Cookie", cookie());
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
