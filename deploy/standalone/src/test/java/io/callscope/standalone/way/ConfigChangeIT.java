package io.callscope.standalone.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.AnalyticsConfig;
import io.callscope.analytics.ReanalysisParts;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.desk.NewWork;
import io.callscope.analytics.reanalyze.Progress;
import io.callscope.analytics.reanalyze.ReanalysisLog.Order;
import io.callscope.analytics.reanalyze.Reanalyzer;
import io.callscope.analytics.reanalyze.Reanalyzer.Applied;
import io.callscope.analytics.reanalyze.Span;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.ops.Resources;
import io.callscope.model.json.EventJson;
import io.callscope.standalone.LightConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pattern is changed, and another one broken, while the services run; then stored calls are heard again. */
class ConfigChangeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String WORDS = "здравствуйте у меня вопрос про синюю лошадку на упаковке";
    private static final String CODE = "certainty.no-deadline";

    @TempDir
    Path folder;

    @Test
    void newCallsAreJudgedByTheChangeAndStoredOnesWhenTheyAreHeardAgain() throws Exception {
        // Given
        Path config = LightConfig.copyTo(folder.resolve("config"));
        Path patterns = config.resolve("codebook/patterns/ru/certainty.yaml");
        Path flags = config.resolve("flags.yaml");
        try (Servers servers = Servers.embedded(folder.resolve("servers"));
                RunningServices services = new RunningServices(servers, folder.resolve("services"), config)) {
            CallClient client = services.client();
            JsonNode before = analyzed(client, "before");
            String first = inForce(client).path("version").asText();

            // When
            Files.writeString(
                    patterns,
                    Files.readString(patterns).replace("no-deadline: |\n", "no-deadline: |\n  синий лошадка\n"));
            await().atMost(PATIENCE)
                    .until(() -> !inForce(client).path("version").asText().equals(first));
            JsonNode after = analyzed(client, "after");
            String whole = Files.readString(flags);
            Files.writeString(flags, whole.substring(0, whole.length() / 2) + "\n  - broken: [");
            await().atMost(PATIENCE).until(() -> inForce(client).path("refusal").isObject());
            JsonNode meanwhile = analyzed(client, "meanwhile");
            Files.writeString(flags, whole);
            await().atMost(PATIENCE)
                    .until(() -> !inForce(client).path("refusal").isObject());
            Applied applied = hearAgain(servers, config);

            // Then
            assertThat(codes(before)).doesNotContain(CODE);
            assertThat(codes(after)).contains(CODE);
            assertThat(version(after)).isNotEqualTo(version(before));
            assertThat(version(meanwhile)).isEqualTo(version(after));
            assertThat(applied).isEqualTo(new Applied(1, 2, 0));
            assertThat(codes(client.call("before"))).contains(CODE);
            assertThat(EventJson.mapper()
                            .readTree(client.get("/api/calls/before/analyses").body()))
                    .hasSize(2);
            await().atMost(PATIENCE).until(() -> unpublished(servers) == 0);
        }
    }

    private static JsonNode analyzed(CallClient client, String id) throws Exception {
        assertThat(client.putTranscript(id, WORDS).statusCode()).isIn(200, 201, 202);
        await().atMost(PATIENCE).until(() -> client.call(id).path("analysis").isObject());
        return client.call(id);
    }

    private static JsonNode inForce(CallClient client) throws IOException, InterruptedException {
        return EventJson.mapper().readTree(client.get("/api/changes").body()).path("config");
    }

    private static String codes(JsonNode call) {
        return call.at("/analysis/marks").toString();
    }

    private static String version(JsonNode call) {
        return call.at("/analysis/versions/codebookHash").asText();
    }

    private static Applied hearAgain(Servers servers, Path config) throws InterruptedException {
        AnalyticsConfig service = new AnalyticsConfig(
                KafkaConfig.of(servers.bootstrapServers()),
                servers.database(),
                null,
                null,
                config,
                config,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        Clock clock = Clock.systemUTC();
        Span span = new Span(Instant.parse("2026-10-12T00:00:00Z"), Instant.parse("2026-10-13T00:00:00Z"), 100);
        try (AnalyticsDatabase database = AnalyticsDatabase.open(servers.database());
                Resources closing = new Resources()) {
            ReanalysisParts parts =
                    ReanalysisParts.open(service, config, database.dataSource(), NewWork.NONE, clock, closing);
            try (Reanalyzer reanalyzer = parts.reanalyzer(clock)) {
                long number = parts.log()
                        .compared(
                                new Order(parts.rulebook().version(), span.from(), span.to(), "test"),
                                reanalyzer.compare(span, Progress.NONE),
                                clock.instant());
                return reanalyzer.apply(number, span, parts.renewals(), parts.log(), Progress.NONE);
            }
        }
    }

    private static long unpublished(Servers servers) throws SQLException {
        var database = servers.database();
        try (var connection = DriverManager.getConnection(
                        database.url(), database.user(), database.password().reveal());
                var statement = connection.createStatement();
                var result = statement.executeQuery(
                        "SELECT count(*) FROM analytics.renewed_calls WHERE published_at IS NULL")) {
            result.next();
            return result.getLong(1);
        }
    }
}
