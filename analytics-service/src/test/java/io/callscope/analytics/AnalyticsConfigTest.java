package io.callscope.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.callscope.analytics.accuracy.AccuracySettings;
import io.callscope.analytics.classify.EvidenceSettings;
import io.callscope.analytics.llm.LlmBudget;
import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.llm.LlmTaskSettings;
import io.callscope.analytics.pinned.PinSettings;
import io.callscope.analytics.promises.PromiseSettings;
import io.callscope.analytics.promises.UsualDays;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.review.QaSettings;
import io.callscope.analytics.review.appeals.AppealSettings;
import io.callscope.analytics.talk.TalkSettings;
import io.callscope.analytics.users.SignInLimits;
import io.callscope.kit.config.ConfigException;
import io.callscope.kit.config.ConfigLoader;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.config.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyticsConfigTest {
    private static final Path SHIPPED = Path.of("..", "deploy", "config", "analytics.yaml");
    private static final Map<String, String> ENVIRONMENT = Map.of("CALLSCOPE_DATABASE_PASSWORD", "pw");

    @TempDir
    Path folder;

    @Test
    void defaultsAreDocumented() {
        // Given
        AnalyticsConfig bare = new AnalyticsConfig(
                KafkaConfig.of("localhost:9092"),
                new DatabaseConfig("jdbc:postgresql://localhost:5432/callscope", "callscope", new Secret("pw"), null),
                null,
                null,
                SHIPPED.toAbsolutePath().normalize().getParent(),
                Path.of("/var/lib/callscope/playback"),
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

        // When
        AnalyticsConfig shipped = new ConfigLoader(ENVIRONMENT).load(SHIPPED, AnalyticsConfig.class);

        // Then
        assertThat(shipped).isEqualTo(bare);
    }

    @Test
    void everyPropertyIsMapped() throws IOException {
        // When
        AnalyticsConfig read = load("""
                kafka: {bootstrapServers: "b:1"}
                database: {url: "jdbc:postgresql:x", user: u}
                http: {host: localhost, port: 1}
                ops: {host: 0.0.0.1, port: 2}
                configDir: /config
                workDir: /work
                audioCacheSize: 3MiB
                playUntranscribed: true
                workers: 5
                siteZone: Asia/Omsk
                crmLinkTemplate: https://crm/{callId}
                publicUrl: https://qa.example.org
                signIn: {idle: 1h, longest: 2h}
                talk:
                  deadAirFrom: 4s
                  holdFrom: 20s
                  holdLevelDbfs: -30
                  overtalkFrom: 100ms
                  interruptionFrom: 700ms
                  holdPhrases: {ru: ["ждите"]}
                  farewells: {en: ["so long"]}
                evidence: {leastCustomerWords: 6, leastWords: 13, leastConfidence: 0.5}
                repeats:
                  windowDays: 10
                  forwardWithin: 5m
                  maxContactsPerKey: 30
                  forwardedBy: [passed]
                  minuteCost: 12.5
                  currency: EUR
                  hoursPerFte: 32
                promises:
                  usualDays: {callBack: 2, visit: 4, refund: 11, answer: 5, delivery: 6, other: 7}
                  opens: "08:30"
                  closes: "20:00"
                  grace: 2h
                  followDays: 14
                  closedBy: [head]
                qa:
                  callsPerWeek: 60
                  uniformShare: 0.4
                  perAgent: 1
                  doubleShare: 0.2
                  tuningShare: 0.25
                  appeals: {fileWithin: 3, decideWithin: 10, holidays: [2026-11-04]}
                  pinned: {directory: /pins, size: 5GiB, keepPlanned: 30d, keepAfter: 21d, keepCited: 45d, every: 1m}
                accuracy:
                  agreement: 0.92
                  agreementToAssist: 0.82
                  failuresFound: 0.75
                  criticalFailuresFound: 0.97
                  colleagueMargin: 0.04
                  recentWeeks: 6
                  recentReviews: 40
                  falseAlarms: 0.1
                llm:
                  baseUrl: https://llm.example.com/v1
                  model: some
                  apiKey: ${CALLSCOPE_DATABASE_PASSWORD}
                  mayLeaveSite: true
                  connectTimeout: 1s
                  timeout: 30s
                  maxAttempts: 2
                  concurrency: 8
                  requestsPerMinute: 60
                  tokensPerMinute: 90000
                  calls: {contextTokens: 16384, overlapTokens: 100, recallNet: 0.9}
                  budget:
                    tokensPerCall: 20000
                    tokensPerDay: 5000000
                    moneyPerDay: 300.5
                    currency: RUB
                    pricePerMillionInput: 12
                    pricePerMillionCachedInput: 3
                    pricePerMillionOutput: 48
                  resumePerMinute: 60
                  sameIssue: false
                reloadEvery: 30s
                """);

        // Then
        assertThat(read)
                .isEqualTo(new AnalyticsConfig(
                        KafkaConfig.of("b:1"),
                        new DatabaseConfig("jdbc:postgresql:x", "u", new Secret(""), 6),
                        new HttpConfig("localhost", 1),
                        new HttpConfig("0.0.0.1", 2),
                        Path.of("/config"),
                        Path.of("/work"),
                        DataSize.ofMiB(3),
                        true,
                        5,
                        ZoneId.of("Asia/Omsk"),
                        "https://crm/{callId}",
                        URI.create("https://qa.example.org"),
                        new SignInLimits(Duration.ofHours(1), Duration.ofHours(2)),
                        new TalkSettings(
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(20),
                                -30.0,
                                Duration.ofMillis(100),
                                Duration.ofMillis(700),
                                Map.of("ru", List.of("ждите")),
                                Map.of("en", List.of("so long"))),
                        new EvidenceSettings(6, 13, 0.5),
                        new RepeatSettings(10, Duration.ofMinutes(5), 30, List.of("passed"), 12.5, "EUR", 32.0),
                        new PromiseSettings(
                                new UsualDays(2, 4, 11, 5, 6, 7),
                                "08:30",
                                "20:00",
                                Duration.ofHours(2),
                                14,
                                List.of("head")),
                        new QaSettings(
                                60,
                                0.4,
                                1,
                                0.2,
                                0.25,
                                new AppealSettings(3, 10, List.of("2026-11-04")),
                                new PinSettings(
                                        Path.of("/pins"),
                                        DataSize.ofMiB(5120),
                                        Duration.ofDays(30),
                                        Duration.ofDays(21),
                                        Duration.ofDays(45),
                                        Duration.ofMinutes(1))),
                        new AccuracySettings(0.92, 0.82, 0.75, 0.97, 0.04, 6, 40, 0.1),
                        new LlmConfig(
                                URI.create("https://llm.example.com/v1"),
                                "some",
                                new Secret("pw"),
                                true,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(30),
                                2,
                                8,
                                60,
                                90_000,
                                new LlmTaskSettings(16_384, 100, 0.9, 1),
                                new LlmBudget(20_000L, 5_000_000L, 300.5, "RUB", 12.0, 3.0, 48.0),
                                60,
                                false),
                        Duration.ofSeconds(30)));
    }

    @Test
    void unknownKeyFailsWithTheNearestKnownOne() {
        // When
        ConfigException error = catchThrowableOfType(ConfigException.class, () -> load("""
                kafka: {bootstrapServers: "b:1"}
                database: {url: "jdbc:postgresql:x", user: u}
                configdir: /config
                workDir: /work
                """));

        // Then
        assertThat(error).hasMessageContaining("configdir").hasMessageContaining("did you mean \"configDir\"?");
    }

    @Test
    void anAddressThatIsNoneAndLimitsThatCannotBeAreNamed() {
        // When
        ConfigException error = catchThrowableOfType(ConfigException.class, () -> load("""
                kafka: {bootstrapServers: "b:1"}
                database: {url: "jdbc:postgresql:x", user: u}
                configDir: /config
                workDir: /work
                publicUrl: callscope
                signIn: {idle: 3h, longest: 2h}
                """));

        // Then
        assertThat(error).hasMessageContaining("publicUrl").hasMessageContaining("signIn");
    }

    private AnalyticsConfig load(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("analytics.yaml"), yaml);
        return new ConfigLoader(ENVIRONMENT).load(file, AnalyticsConfig.class);
    }
}
