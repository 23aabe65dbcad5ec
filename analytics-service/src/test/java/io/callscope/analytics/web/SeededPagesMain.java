package io.callscope.analytics.web;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.overview.JdbiFailedCalls;
import io.callscope.analytics.overview.JdbiOverviews;
import io.callscope.analytics.overview.RuleConfirmations;
import io.callscope.analytics.search.JdbiCallSearch;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.web.audio.AudioCache;
import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.config.Secret;
import java.nio.file.Path;
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
            JdbiCallRepository calls = new JdbiCallRepository(database.dataSource());
            new SeededCalls(calls, Instant.now()).all();
            try (WebServer web = WebServer.start(
                    HttpConfig.local(Integer.parseInt(args[1])),
                    new Site(ZoneId.of("Europe/Moscow"), "https://crm.example/c/{key}"),
                    new WebSources(
                            calls,
                            new JdbiCallSearch(database.dataSource()),
                            new JdbiOverviews(database.dataSource()),
                            new JdbiFailedCalls(database.dataSource()),
                            RuleConfirmations.none(),
                            new AudioCache(source, folder.resolve("audio"), DataSize.ofMiB(50)),
                            new FixtureLabels(),
                            () -> lag))) {
                Thread.currentThread().join(Long.parseLong(args[3]) * 1000);
            }
        }
    }
}
