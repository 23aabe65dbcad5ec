package io.callscope.standalone.bench;

import io.callscope.analytics.ConfiguredLabels;
import io.callscope.analytics.accuracy.AccuracySettings;
import io.callscope.analytics.accuracy.read.JdbiAccuracyReports;
import io.callscope.analytics.accuracy.read.JdbiLearning;
import io.callscope.analytics.accuracy.read.JdbiReviewedItems;
import io.callscope.analytics.accuracy.report.KeptReviewedItems;
import io.callscope.analytics.audit.JdbiAuditLog;
import io.callscope.analytics.classify.RulesClassifier;
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
import io.callscope.analytics.forces.JdbiForceReports;
import io.callscope.analytics.importance.JdbiImportanceReports;
import io.callscope.analytics.live.ConfigStatus;
import io.callscope.analytics.llm.LlmBudget;
import io.callscope.analytics.llm.budget.JdbiCosts;
import io.callscope.analytics.llm.parked.JdbiParkedList;
import io.callscope.analytics.overview.JdbiFailedCalls;
import io.callscope.analytics.overview.JdbiOverviews;
import io.callscope.analytics.parties.PartySwaps;
import io.callscope.analytics.promises.JdbiPromises;
import io.callscope.analytics.promises.PromiseSettings;
import io.callscope.analytics.reanalyze.JdbiReanalyses;
import io.callscope.analytics.repeats.JdbiRepeatChains;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.repeats.report.JdbiRepeatReports;
import io.callscope.analytics.requests.Competitors;
import io.callscope.analytics.requests.JdbiRequestReports;
import io.callscope.analytics.review.JdbiReviews;
import io.callscope.analytics.review.JdbiSamplePlans;
import io.callscope.analytics.review.PlanMaker;
import io.callscope.analytics.review.QaSettings;
import io.callscope.analytics.review.appeals.AppealSettings;
import io.callscope.analytics.review.appeals.JdbiAppeals;
import io.callscope.analytics.review.calibration.CalibrationSources;
import io.callscope.analytics.review.calibration.JdbiCalibrationSeats;
import io.callscope.analytics.review.calibration.ReviewsAndSessions;
import io.callscope.analytics.review.imports.JdbiImportedReviews;
import io.callscope.analytics.review.pairs.JdbiPairReviews;
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
import io.callscope.analytics.web.promises.PromiseSources;
import io.callscope.analytics.web.review.ReviewSources;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.failure.RetryableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/** The real pages over a database, for one reader who may see everything. Closing ends it; the database is the caller's. */
final class ServedPages implements AutoCloseable {
    private static final User READER = new User("bench", "bench", Role.SUPERVISOR, TeamScope.all());

    private final Path configDir;
    private final String token;
    private final WebServer web;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * @param configDir codebook, flag rules, scorecards
     * @param folder for what pages keep
     */
    static ServedPages over(AnalyticsDatabase database, Path configDir, Path folder) throws IOException {
        return new ServedPages(database, configDir, folder);
    }

    private ServedPages(AnalyticsDatabase database, Path configDir, Path folder) throws IOException {
        this.configDir = configDir;
        Clock clock = Clock.systemUTC();
        JdbiUserStore users = new JdbiUserStore(database.dataSource());
        JdbiAuditLog audit = new JdbiAuditLog(database.dataSource(), clock);
        Passwords passwords = new Passwords();
        // a database that was kept has him already
        if (users.account(READER.login()).isEmpty()) {
            new Accounts(users, passwords, audit, clock).add(READER, passwords.generated(), READER.login());
        }
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
                new AudioCache(ServedPages::noRecording, folder.resolve("audio"), DataSize.ofMiB(8)),
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
                        new KeptReviewedItems(
                                new JdbiReviewedItems(
                                        database.dataSource(),
                                        ZoneId.systemDefault(),
                                        () -> scorecards,
                                        () -> codebook),
                                clock),
                        new JdbiLearning(
                                database.dataSource(), ZoneId.systemDefault(), () -> scorecards, () -> codebook),
                        () -> scorecards),
                (call, seen, who) -> PartySwaps.Outcome.NOT_THERE,
                new ModelSources(
                        new JdbiParkedList(database.dataSource(), clock),
                        new JdbiCosts(database.dataSource(), ZoneId.systemDefault()),
                        LlmBudget.none()),
                new ChangeSources(
                        () -> new ConfigStatus("bench", clock.instant(), null),
                        () -> new RulesClassifier(codebook),
                        new JdbiReanalyses(database.dataSource()),
                        new JdbiEarlierAnalyses(database.dataSource())),
                reviews(database, users, codebook, clock),
                forces(database, codebook),
                new PromiseSources(
                        new JdbiPromises(database.dataSource(), PromiseSettings.defaults(), ZoneId.systemDefault()),
                        PromiseSettings.defaults()));
        Site site = new Site(ZoneId.systemDefault(), null, null, false, null, SignInLimits.defaults(), false);
        this.token = new SignIn(users, passwords, SignInLimits.defaults(), clock).admit(READER.login());
        this.web = WebServer.start(HttpConfig.local(0), site, sources);
    }

    private ReviewSources reviews(AnalyticsDatabase database, JdbiUserStore users, Codebook codebook, Clock clock) {
        Scorecards scorecards = Scorecards.load(configDir, codebook);
        return new ReviewSources(
                new JdbiEvaluations(database.dataSource()),
                new JdbiSamplePlans(database.dataSource()),
                new ReviewsAndSessions(
                        new JdbiReviews(database.dataSource()), new JdbiCalibrationSeats(database.dataSource())),
                new JdbiImportedReviews(database.dataSource(), ZoneId.systemDefault()),
                new JdbiAppeals(
                        database.dataSource(),
                        AppealSettings.defaults(),
                        ZoneId.systemDefault(),
                        clock,
                        () -> scorecards),
                CalibrationSources.over(database.dataSource(), users, ZoneId.systemDefault(), clock),
                new JdbiPairReviews(database.dataSource(), () -> 7),
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
                new JdbiRequestReports(database.dataSource(), () -> codebook, Competitors.load(configDir)),
                new JdbiImportanceReports(database.dataSource(), reports),
                new FigureImport(new JdbiFigureStore(database.dataSource()), ZoneId.systemDefault()));
    }

    private static void noRecording(Object manifest, Path target) {
        throw new RetryableException("there are no recordings", new IOException());
    }

    /**
     * Asks each page so many times after some that are not counted, all in one random order, one request at a time.
     *
     * @param pages the n-th address of each, by name
     * @throws IllegalStateException when a page answers anything but 200
     */
    List<PageTimes> ask(Map<String, IntFunction<String>> pages, int warmUp, int times)
            throws IOException, InterruptedException {
        List<String> order = new ArrayList<>();
        for (String page : pages.keySet()) {
            order.addAll(Collections.nCopies(warmUp + times, page));
        }
        Collections.shuffle(order, new Random(1));
        Map<String, List<Double>> taken = new LinkedHashMap<>();
        pages.keySet().forEach(page -> taken.put(page, new ArrayList<>()));
        for (String page : order) {
            List<Double> soFar = taken.getOrDefault(page, new ArrayList<>());
            soFar.add(time(pages.getOrDefault(page, n -> "/").apply(soFar.size())));
        }
        List<PageTimes> result = new ArrayList<>();
        taken.forEach((page, ms) -> result.add(PageTimes.of(page, ms.subList(warmUp, ms.size()))));
        return result;
    }

    private double time(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + address))
                .header("Cookie", "callscope=" + token)
                .build();
        long begun = System.nanoTime();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        double ms = (System.nanoTime() - begun) / 1e6;
        if (response.statusCode() != 200) {
            throw new IllegalStateException("%s answered %d".formatted(address, response.statusCode()));
        }
        return ms;
    }

    @Override
    public void close() {
        web.close();
    }
}
