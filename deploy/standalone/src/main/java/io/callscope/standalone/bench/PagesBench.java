package io.callscope.standalone.bench;

import io.callscope.analytics.ConfiguredLabels;
import io.callscope.analytics.accuracy.AccuracySettings;
import io.callscope.analytics.accuracy.read.JdbiAccuracyReports;
import io.callscope.analytics.audit.JdbiAuditLog;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.DepartmentDefinition;
import io.callscope.analytics.comments.JdbiComments;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.desk.JdbiCards;
import io.callscope.analytics.desk.JdbiFalseMarks;
import io.callscope.analytics.desk.JdbiRuleStudy;
import io.callscope.analytics.desk.QueueSettings;
import io.callscope.analytics.desk.Term;
import io.callscope.analytics.evaluation.JdbiEvaluations;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.forces.Actions;
import io.callscope.analytics.forces.JdbiForceDays;
import io.callscope.analytics.forces.JdbiForceReports;
import io.callscope.analytics.importance.JdbiImportanceReports;
import io.callscope.analytics.live.ConfigStatus;
import io.callscope.analytics.llm.LlmBudget;
import io.callscope.analytics.llm.budget.JdbiCosts;
import io.callscope.analytics.llm.parked.JdbiParkedList;
import io.callscope.analytics.overview.JdbiFailedCalls;
import io.callscope.analytics.overview.JdbiOverviews;
import io.callscope.analytics.parties.PartySwaps;
import io.callscope.analytics.reanalyze.JdbiReanalyses;
import io.callscope.analytics.repeats.JdbiRepeatChains;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.repeats.report.JdbiRepeatReports;
import io.callscope.analytics.review.JdbiReviews;
import io.callscope.analytics.review.JdbiSamplePlans;
import io.callscope.analytics.review.PlanMaker;
import io.callscope.analytics.review.QaSettings;
import io.callscope.analytics.review.imports.JdbiImportedReviews;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.search.JdbiCallSearch;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.store.JdbiEarlierAnalyses;
import io.callscope.analytics.surveys.FigureImport;
import io.callscope.analytics.surveys.JdbiFigureStore;
import io.callscope.analytics.users.Accounts;
import io.callscope.analytics.users.JdbiUserStore;
import io.callscope.analytics.users.Passwords;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.SignIn;
import io.callscope.analytics.users.SignInLimits;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.analytics.views.JdbiSavedViews;
import io.callscope.analytics.web.LagSource;
import io.callscope.analytics.web.Site;
import io.callscope.analytics.web.WebServer;
import io.callscope.analytics.web.WebSources;
import io.callscope.analytics.web.accuracy.AccuracySources;
import io.callscope.analytics.web.audio.AudioCache;
import io.callscope.analytics.web.change.ChangeSources;
import io.callscope.analytics.web.desk.DeskSources;
import io.callscope.analytics.web.forces.ForceSources;
import io.callscope.analytics.web.model.ModelSources;
import io.callscope.analytics.web.review.ReviewSources;
import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.embedded.Ports;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.config.Secret;
import io.callscope.kit.failure.RetryableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/** Asks the real pages over a database of their own, and takes the time. */
public final class PagesBench {
    private static final int WARM_UP = 5;
    private static final int TIMES = 50;
    private static final User READER = new User("bench", "bench", Role.SUPERVISOR, TeamScope.all());

    private final Path configDir;
    private final Path folder;
    private final int calls;
    private final PrintWriter out;

    /**
     * @param configDir codebook and flag rules
     * @param folder for the database, removed by whoever made it
     */
    public PagesBench(Path configDir, Path folder, int calls, PrintWriter out) {
        this.configDir = configDir;
        this.folder = folder;
        this.calls = calls;
        this.out = out;
    }

    /** What is asked for, by name; the n-th address of each. */
    private Map<String, IntFunction<String>> pages() {
        Map<String, IntFunction<String>> pages = new LinkedHashMap<>();
        pages.put("queue", n -> "/queue");
        pages.put("flagged", n -> "/calls?flagged=true&page=" + (1 + n % 5));
        pages.put("list", n -> "/calls");
        pages.put("searchCommon", n -> "/calls?text=" + encoded("заказ"));
        pages.put("searchRare", n -> "/calls?text=" + encoded(MadeUpTalk.rare(5_000 + 37 * n)));
        pages.put("searchPhrase", n -> "/calls?text=" + encoded("\"верните деньги\""));
        pages.put("searchByParty", n -> "/calls?party=customer&text=" + encoded("деньги договор"));
        pages.put(
                "searchFilters",
                n -> "/calls?text=" + encoded("деньги") + "&force=status&resolution=unresolved&language=ru&team="
                        + encoded("Команда " + (1 + n % MadeUpCall.TEAMS)));
        pages.put("searchAgent", n -> "/calls?agent=" + encoded("a-" + n * 3 % MadeUpCall.AGENTS) + "&flagged=false");
        pages.put("searchPage40", n -> "/calls?page=40&text=" + encoded("заказ"));
        pages.put("call", n -> "/calls/" + MadeUpCall.idWithWordTimes(91 * n + calls / 100, calls));
        pages.put("overview", n -> "/");
        pages.put("forces", n -> "/forces");
        pages.put("forces13", n -> "/forces?weeks=13");
        pages.put("failed", n -> "/failed");
        return pages;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Fills, serves, asks. Progress goes to the writer. */
    public List<PageTimes> run() throws IOException, SQLException, InterruptedException {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("database"), Ports.free());
                AnalyticsDatabase database = AnalyticsDatabase.open(
                        new DatabaseConfig(server.jdbcUrl(), server.user(), new Secret(server.password()), 8))) {
            long begun = System.nanoTime();
            new CallFiller(database.dataSource(), Instant.now()).fill(calls, List.of(new MadeUpCards()));
            out.printf(
                    "filled with %d calls in %d s%n",
                    calls, Duration.ofNanos(System.nanoTime() - begun).toSeconds());
            out.flush();
            count(database);
            return serveAndAsk(database);
        }
    }

    private void count(AnalyticsDatabase database) {
        long begun = System.nanoTime();
        JdbiForceDays days = new JdbiForceDays(database.dataSource());
        days.in(ZoneId.systemDefault());
        days.countAll();
        out.printf(
                "counted the days in %d s%n",
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        out.flush();
    }

    private List<PageTimes> serveAndAsk(AnalyticsDatabase database) throws IOException, InterruptedException {
        Clock clock = Clock.systemUTC();
        JdbiUserStore users = new JdbiUserStore(database.dataSource());
        JdbiAuditLog audit = new JdbiAuditLog(database.dataSource(), clock);
        Passwords passwords = new Passwords();
        new Accounts(users, passwords, audit, clock).add(READER, passwords.generated(), READER.login());
        Codebook codebook = CodebookLoader.load(configDir);
        FlagRules rules = FlagRules.load(configDir, codebook);
        Scorecards scorecards = Scorecards.load(configDir, codebook);
        JdbiRuleStudy study = new JdbiRuleStudy(database.dataSource());
        WebSources sources = new WebSources(
                new JdbiCallRepository(database.dataSource()),
                new JdbiCallSearch(database.dataSource()),
                new JdbiOverviews(database.dataSource()),
                new JdbiFailedCalls(database.dataSource()),
                study,
                new JdbiSavedViews(database.dataSource(), clock),
                new AudioCache(PagesBench::noRecording, folder.resolve("audio"), DataSize.ofMiB(8)),
                new JdbiComments(database.dataSource()),
                new ConfiguredLabels(codebook, rules),
                LagSource.unknown(),
                users,
                audit,
                audit,
                desk(database, study, rules, codebook),
                new JdbiRepeatReports(database.dataSource(), RepeatSettings.defaults(), codebook),
                new JdbiRepeatChains(database.dataSource()),
                new AccuracySources(
                        new JdbiAccuracyReports(
                                database.dataSource(),
                                AccuracySettings.defaults(),
                                ZoneId.systemDefault(),
                                () -> scorecards,
                                () -> codebook),
                        () -> scorecards),
                (call, seen, who) -> PartySwaps.Outcome.NOT_THERE,
                new ModelSources(
                        new JdbiParkedList(database.dataSource(), clock),
                        new JdbiCosts(database.dataSource(), ZoneId.systemDefault()),
                        LlmBudget.none()),
                new ChangeSources(
                        () -> new ConfigStatus("bench", clock.instant(), null),
                        new JdbiReanalyses(database.dataSource()),
                        new JdbiEarlierAnalyses(database.dataSource())),
                reviews(database, users, codebook, clock),
                forces(database, codebook));
        Site site = new Site(ZoneId.systemDefault(), null, null, false, null, SignInLimits.defaults(), false);
        String token = new SignIn(users, passwords, SignInLimits.defaults(), clock).admit(READER.login());
        try (WebServer web = WebServer.start(HttpConfig.local(0), site, sources)) {
            return ask(URI.create("http://127.0.0.1:" + web.port()), token);
        }
    }

    private ReviewSources reviews(AnalyticsDatabase database, JdbiUserStore users, Codebook codebook, Clock clock) {
        Scorecards scorecards = Scorecards.load(configDir, codebook);
        return new ReviewSources(
                new JdbiEvaluations(database.dataSource()),
                new JdbiSamplePlans(database.dataSource()),
                new JdbiReviews(database.dataSource()),
                new JdbiImportedReviews(database.dataSource(), ZoneId.systemDefault()),
                PlanMaker.over(database.dataSource(), users, QaSettings.defaults(), ZoneId.systemDefault(), clock),
                () -> scorecards,
                () -> codebook,
                seat -> {});
    }

    private DeskSources desk(AnalyticsDatabase database, JdbiRuleStudy study, FlagRules rules, Codebook codebook) {
        QueueSettings settings = QueueSettings.load(configDir);
        Term term = new Term(ZoneId.systemDefault());
        return new DeskSources(
                new JdbiCards(database.dataSource(), settings, term),
                new JdbiFalseMarks(database.dataSource(), settings, term),
                study,
                rules,
                codebook.departments().stream().map(DepartmentDefinition::id).toList());
    }

    private ForceSources forces(AnalyticsDatabase database, Codebook codebook) {
        JdbiForceReports reports =
                new JdbiForceReports(database.dataSource(), () -> codebook, Actions.load(configDir, codebook));
        return new ForceSources(
                reports,
                new JdbiImportanceReports(database.dataSource(), reports),
                new FigureImport(new JdbiFigureStore(database.dataSource()), ZoneId.systemDefault()));
    }

    private static void noRecording(Object manifest, Path target) {
        throw new RetryableException("there are no recordings", new IOException());
    }

    private List<PageTimes> ask(URI web, String token) throws IOException, InterruptedException {
        Map<String, IntFunction<String>> pages = pages();
        List<String> order = new ArrayList<>();
        for (String page : pages.keySet()) {
            order.addAll(Collections.nCopies(WARM_UP + TIMES, page));
        }
        Collections.shuffle(order, new Random(1));
        Map<String, List<Double>> times = new LinkedHashMap<>();
        pages.keySet().forEach(page -> times.put(page, new ArrayList<>()));
        HttpClient http = HttpClient.newHttpClient();
        for (String page : order) {
            List<Double> soFar = times.getOrDefault(page, new ArrayList<>());
            String address = pages.getOrDefault(page, n -> "/").apply(soFar.size());
            soFar.add(time(http, web.resolve(address), token));
        }
        List<PageTimes> result = new ArrayList<>();
        times.forEach((page, ms) -> result.add(PageTimes.of(page, ms.subList(WARM_UP, ms.size()))));
        return result;
    }

    private static double time(HttpClient http, URI address, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Cookie", "callscope=" + token)
                .build();
        long begun = System.nanoTime();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        double ms = (System.nanoTime() - begun) / 1e6;
        if (response.statusCode() != 200) {
            throw new IllegalStateException("%s answered %d".formatted(address.getPath(), response.statusCode()));
        }
        return ms;
    }
}
