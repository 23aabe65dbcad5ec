package io.callscope.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.embedded.Ports;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code callscope rules test} on a real database. */
class RulesCommandIT {
    @TempDir
    static Path folder;

    private static EmbeddedDatabase server;
    private static Path config;

    private record Ran(int exitCode, String out, String errors) {}

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedDatabase.start(folder.resolve("db"), Ports.free());
        AnalyticsDatabase.open(new DatabaseConfig(server.jdbcUrl(), server.user(), new Secret(server.password()), 2))
                .close();
        Files.writeString(folder.resolve("password"), server.password());
        config = Files.writeString(folder.resolve("analytics.yaml"), """
                kafka: {bootstrapServers: "localhost:9"}
                database: {url: "%s", user: "%s", password: "file:password"}
                configDir: "%s"
                workDir: .
                """.formatted(
                        server.jdbcUrl(),
                        server.user(),
                        Path.of("..", "config").toAbsolutePath().normalize()));
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("SET search_path TO analytics");
            statement.execute(
                    "INSERT INTO calls (call_id, state, started_at, analyzed_at, version_key) SELECT 'c' || i,"
                            + " 'analyzed', now() - interval '2 days', now(), 'v' FROM generate_series(1, 60) i");
            statement.execute(
                    "INSERT INTO transcripts SELECT call_id, 'h', 'm', NULL, 'recognised', 'ru', 1, 1, now(), 1, ''"
                            + " FROM calls");
            statement.execute("INSERT INTO analyses SELECT call_id, 'v', '{}', 'h', 'judged', 'refund', 'unresolved',"
                    + " '{\"said\":false}', now() FROM calls");
            statement.execute(
                    "INSERT INTO signals SELECT call_id, 'v', 0, 'churn-intent', 'customer', '[]' FROM calls");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void saysCallsADayAndOneLineOfJson() {
        // When
        Ran ran = run("rules", "test");

        // Then
        List<String> lines = ran.out().lines().toList();
        assertThat(ran.errors()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(lines.get(0)).isEqualTo("60 calls of 30 days");
        assertThat(ran.out())
                .containsPattern("churn-risk +on +2\\.0 +60 .* 16\\.7%")
                .containsPattern("two-forces +off");
        assertThat(lines.get(lines.size() - 1)).startsWith("{\"days\":30,\"calls\":60,\"rules\":[");
    }

    @Test
    void oneRuleOverOtherDays() {
        assertThat(run("rules", "test", "--rule", "churn-risk", "--days", "1").out())
                .contains("0 calls of 1 days")
                .doesNotContain("two-forces");
    }

    @Test
    void wrongUsageSaysWhatWasExpected() {
        assertThat(run("rules", "test", "--rule", "love"))
                .satisfies(ran -> assertThat(ran.exitCode()).isEqualTo(2))
                .satisfies(ran -> assertThat(ran.errors()).contains("churn-risk"));
        assertThat(run("rules", "test", "--days", "0"))
                .satisfies(ran -> assertThat(ran.exitCode()).isEqualTo(2))
                .satisfies(ran -> assertThat(ran.errors()).contains("1 to 366"));
        assertThat(run("rules", "test", "--rules", folder.toString()).exitCode())
                .isEqualTo(2);
    }

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        CommandLine line = CallscopeCommand.create(new CommandContext(Path.of("."), 0), (calls, data) -> Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true));
        int exitCode = line.execute(Stream.concat(Stream.of(arguments), Stream.of("--config", config.toString()))
                .toArray(String[]::new));
        return new Ran(exitCode, out.toString(), errors.toString());
    }
}
