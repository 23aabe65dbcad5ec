package io.callscope.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.model.json.EventJson;
import io.callscope.standalone.LightConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code callscope reanalyze} on a real database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReanalyzeCommandIT {
    private static final Instant STARTED = Instant.parse("2026-10-12T11:05:00Z");
    private static final String[] DAYS = {"--from", "2026-10-12", "--to", "2026-10-12"};

    @TempDir
    static Path folder;

    private static CommandDatabase database;
    private static Path changed;

    @BeforeAll
    static void start() throws Exception {
        Path inForce = LightConfig.copyTo(folder.resolve("in-force"));
        changed = LightConfig.copyHearing(folder.resolve("changed"), "синий лошадка");
        database = CommandDatabase.start(folder, inForce, "");
        try (AnalyticsDatabase open = database.open()) {
            new HeardCalls(open, inForce)
                    .store("call-1", STARTED, "здравствуйте у меня вопрос про синюю лошадку на упаковке");
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    @Order(1)
    void aDryRunShowsTheDifferenceWithACallToListenTo() throws IOException {
        // When
        Ran ran = run("--dry-run", "--config", changed.toString());

        // Then
        assertThat(ran.errors()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("1 calls heard again, 1 differ, 0 are of this version already")
                .containsPattern("certainty\\.no-deadline +0 +1 +\\+1")
                .containsPattern("http://127\\.0\\.0\\.1:8460/calls/call-1#t=[0-9]{4}")
                .contains("no tuning call was scored by people")
                .doesNotContain("лошадк");
        assertThat(json(ran).has("mending")).isFalse();
        assertThat(json(ran).at("/difference/changed").asLong()).isEqualTo(1);
        assertThat(json(ran).at("/applied").isNull() || json(ran).at("/applied").isMissingNode())
                .isTrue();
        assertThat(count("analyses")).isEqualTo(1);
    }

    @Test
    @Order(2)
    void withoutItTheAnalysesAreRenewedAndTheFolderOfTheServiceIsCalledToMind() throws IOException {
        // When
        Ran ran = run("--config", changed.toString());
        Ran again = run("--config", changed.toString());

        // Then
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("1 analyses renewed, 0 were of this version, 0 passed over");
        assertThat(ran.errors()).contains("the service goes on judging new calls");
        assertThat(again.out()).contains("0 analyses renewed, 1 were of this version, 0 passed over");
        assertThat(count("analyses")).isEqualTo(2);
        assertThat(count("renewed_calls WHERE published_at IS NULL")).isEqualTo(1);
        assertThat(count("audit_log WHERE action = 'reanalyzed'")).isGreaterThanOrEqualTo(4);
    }

    @Test
    @Order(3)
    void aLanguageModelIsAskedNothingBeforeItsCostIsAllowed() throws IOException {
        // Given: nobody answers there, and nobody has to
        Path withModel = folder.resolve("with-model.yaml");
        Files.writeString(
                withModel,
                Files.readString(database.config())
                        + "llm: {baseUrl: \"http://127.0.0.1:9/v1\", model: some, maxAttempts: 1, budget: {currency: RUB, pricePerMillionInput: 1000, pricePerMillionOutput: 2000}}\n");

        // When
        Ran ran = run(withModel, "--dry-run", "--config", changed.toString());

        // Then
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .containsPattern("some: 1 calls, [0-9]+ questions, 0 of them answered before; about [0-9]+ tokens");
        Matcher priced = Pattern.compile(
                        "about ([0-9]+) tokens to be read and at most ([0-9]+) to be written, at most ([0-9.]+) RUB")
                .matcher(ran.out());
        assertThat(priced.find()).isTrue();
        double money = (Integer.parseInt(priced.group(1)) + 2 * Integer.parseInt(priced.group(2))) / 1000.0;
        assertThat(Double.parseDouble(priced.group(3))).isPositive().isCloseTo(money, within(0.01));
        assertThat(ran.errors()).containsPattern("nothing was asked: allow it with --tokens [0-9]+");
    }

    @Test
    void wrongUsageSaysWhatWasExpected() {
        assertThat(run("--config", folder.resolve("nowhere").toString()))
                .satisfies(ran -> assertThat(ran.exitCode()).isEqualTo(2))
                .satisfies(ran -> assertThat(ran.errors()).contains("nowhere", "expected a folder"));
        assertThat(run("--limit", "0"))
                .satisfies(ran -> assertThat(ran.exitCode()).isEqualTo(2))
                .satisfies(ran -> assertThat(ran.errors()).contains("1 or more"));
        assertThat(run("--config", folder.toString()))
                .satisfies(ran -> assertThat(ran.exitCode()).isEqualTo(2))
                .satisfies(ran -> assertThat(ran.errors()).contains("codebook"));
    }

    private static long count(String table) {
        try (var connection = database.connection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT count(*) FROM analytics." + table)) {
            result.next();
            return result.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(Ran ran) throws IOException {
        return EventJson.mapper().readTree(ran.lastLine());
    }

    private static Ran run(String... arguments) {
        return run(database.config(), arguments);
    }

    private static Ran run(Path file, String... arguments) {
        return Ran.of(
                Stream.of(Stream.of("reanalyze", "--service", file.toString()), Stream.of(DAYS), Stream.of(arguments))
                        .flatMap(one -> one)
                        .toList());
    }
}
