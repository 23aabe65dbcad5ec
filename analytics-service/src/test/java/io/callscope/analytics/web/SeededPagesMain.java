package io.callscope.analytics.web;

import io.callscope.analytics.audit.JdbiAuditLog;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.comments.JdbiComments;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.desk.JdbiRuleStudy;
import io.callscope.analytics.llm.budget.JdbiCosts;
import io.callscope.analytics.llm.parked.JdbiParkedList;
import io.callscope.analytics.overview.JdbiFailedCalls;
import io.callscope.analytics.overview.JdbiOverviews;
import io.callscope.analytics.repeats.JdbiRepeatChains;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.repeats.report.JdbiRepeatReports;
import io.callscope.analytics.search.JdbiCallSearch;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.users.Accounts;
import io.callscope.analytics.users.JdbiUserStore;
import io.callscope.analytics.users.Passwords;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.SignInLimits;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.analytics.views.JdbiSavedViews;
import io.callscope.analytics.web.audio.AudioCache;
import io.callscope.analytics.web.model.ModelSources;
import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.config.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Serves the pages over a plausible week in a real database: {@code SeededPagesMain FOLDER HTTP_PORT DATABASE_PORT SECONDS}. */
public final class SeededPagesMain {
    private SeededPagesMain() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Map<String, Long> lag = new LinkedHashMap<>();
        lag.put("calls.recorded.v1", 12L);
        lag.put("calls.transcribed.v1", 3L);
        ToneSource source = new ToneSource(40);
        source.expire(SeededCalls.hash(14));
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("db"), Integer.parseInt(args[2]));
                AnalyticsDatabase database = AnalyticsDatabase.open(
                        new DatabaseConfig(server.jdbcUrl(), server.user(), new Secret(server.password()), 6))) {
            JdbiCallRepository calls = DeskFixtures.calls(database);
            SeededCalls seeded = new SeededCalls(calls, Instant.now());
            seeded.all();
            new OddCalls(calls).all();
            new SeededQueue(calls, Instant.now()).all();
            source.speaks(seeded.spoken());
            JdbiUserStore users = new JdbiUserStore(database.dataSource());
            JdbiAuditLog audit = new JdbiAuditLog(database.dataSource(), Clock.systemUTC());
            Accounts accounts = new Accounts(users, new Passwords(), audit, Clock.systemUTC());
            for (Role role : Role.values()) {
                accounts.add(
                        new User(role.id(), "Имя " + role.id(), role, TeamScope.all()),
                        TestPages.password(role),
                        "test");
            }
            try (WebServer web = WebServer.start(
                    HttpConfig.local(Integer.parseInt(args[1])),
                    new Site(
                            ZoneId.of("Europe/Moscow"),
                            "https://crm.example/c/{key}",
                            90,
                            false,
                            null,
                            SignInLimits.defaults(),
                            true),
                    new WebSources(
                            calls,
                            new JdbiCallSearch(database.dataSource()),
                            new JdbiOverviews(database.dataSource()),
                            new JdbiFailedCalls(database.dataSource()),
                            new JdbiRuleStudy(database.dataSource()),
                            new JdbiSavedViews(database.dataSource(), Clock.systemUTC()),
                            new AudioCache(source, folder.resolve("audio"), DataSize.ofMiB(50)),
                            new JdbiComments(database.dataSource()),
                            new FixtureLabels(),
                            () -> lag,
                            users,
                            audit,
                            audit,
                            DeskFixtures.sources(database),
                            new JdbiRepeatReports(
                                    database.dataSource(),
                                    RepeatSettings.defaults(),
                                    CodebookLoader.load(ConfigDir.shipped())),
                            new JdbiRepeatChains(database.dataSource()),
                            DeskFixtures.accuracy(database),
                            DeskFixtures.swaps(database, Clock.systemUTC()),
                            new ModelSources(
                                    new JdbiParkedList(database.dataSource(), Clock.systemUTC()),
                                    new JdbiCosts(database.dataSource(), ZoneId.of("Europe/Moscow")),
                                    TestPages.BUDGET),
                            DeskFixtures.changes(database),
                            DeskFixtures.reviews(database, Clock.systemUTC()),
                            ForceFixtures.sources(database),
                            DeskFixtures.promises(database)))) {
                Thread.currentThread().join(Long.parseLong(args[3]) * 1000);
            }
        }
    }
}
