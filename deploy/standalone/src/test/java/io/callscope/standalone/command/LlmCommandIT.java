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
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code callscope llm} on a real database. */
class LlmCommandIT {
    @TempDir
    static Path folder;

    private static EmbeddedDatabase server;
    private static Path config;

    private record Ran(int exitCode, String out, String errors) {
        String lastLine() {
            List<String> lines = out.lines().toList();
            return lines.get(lines.size() - 1);
        }
    }

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
                llm:
                  baseUrl: http://127.0.0.1:9/v1
                  model: some
                  budget: {tokensPerDay: 10000, currency: RUB, pricePerMillionInput: 10, pricePerMillionOutput: 20}
                """.formatted(
                        server.jdbcUrl(),
                        server.user(),
                        Path.of("..", "config").toAbsolutePath().normalize()));
        sql("INSERT INTO calls (call_id, state) SELECT 'c' || i, 'recorded' FROM generate_series(1, 4) i");
        sql("INSERT INTO parked_calls (call_id, failure, detail, parked_at, since) SELECT 'c' || i,"
                + " CASE WHEN i = 1 THEN 'day-budget' ELSE 'garbage' END, 'task contact: no',"
                + " now() - make_interval(hours => 10 - i), now() - make_interval(hours => 10 - i)"
                + " FROM generate_series(1, 4) i");
        sql("INSERT INTO llm_days (day, spent_tokens, spent_money) VALUES ('2026-10-12', 1100, 0.0123)");
        sql("INSERT INTO llm_spending (day, model, task, currency, calls, requests, from_cache, input_tokens,"
                + " output_tokens, money) VALUES ('2026-10-12', 'some', 'contact', 'RUB', 3, 4, 2, 1000, 100, 0.0123)");
    }

    private static void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var prepared = connection.createStatement()) {
            prepared.execute("SET search_path TO analytics");
            prepared.execute(statement);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatWaitsIsListedAndAskedForAgain() {
        // When
        Ran all = run("llm", "parked");
        Ran some = run("llm", "parked", "--reason", "day-budget", "--json");
        Ran asked = run("llm", "resume", "--reason", "garbage", "--limit", "2");
        Ran after = run("llm", "parked", "--call", "c2");
        Ran nobody = run("llm", "resume", "--call", "c9");

        // Then
        assertThat(all.errors()).isEmpty();
        assertThat(all.out()).containsPattern("9 h 0 min +c1 +day-budget +task contact: no");
        assertThat(all.out()).contains("garbage: 3, the oldest waits 8 h 0 min, 0 asked for");
        assertThat(all.lastLine()).isEqualTo("4 parked calls");
        assertThat(some.out().lines()).singleElement().asString().contains("\"callId\":\"c1\"");
        assertThat(asked.out()).isEqualToIgnoringNewLines("2 asked for");
        assertThat(asked.exitCode()).isZero();
        assertThat(after.out()).contains("(asked for)").contains("1 parked call");
        assertThat(nobody.exitCode()).isEqualTo(1);
    }

    @Test
    void costsStandBesideTheCaps() {
        // When
        Ran told = run("llm", "costs", "--from", "2026-10-01", "--to", "2026-10-31");
        Ran json = run("llm", "costs", "--from", "2026-10-01", "--to", "2026-10-31", "--json");
        Ran nothing = run("llm", "costs", "--from", "2026-09-01", "--to", "2026-09-30");

        // Then
        assertThat(told.errors()).isEmpty();
        assertThat(told.out())
                .containsPattern("2026-10-12 contact +3 +4 +2 +0 +1000 +100 +0\\.0123 RUB")
                .contains("2026-10-12: 1100 of 10000 tokens, 0.0123 RUB, 3 calls, 0 parked");
        assertThat(told.lastLine()).isEqualTo("in all: 4 requests, 2 out of what is kept, 1100 tokens, 0.0123 RUB");
        assertThat(json.out()).contains("\"tokensPerDay\":10000").contains("\"spentTokens\":1100");
        assertThat(nothing.lastLine()).isEqualTo("nothing was asked from 2026-09-01 to 2026-09-30");
    }

    @Test
    void wrongUsageSaysWhatWasExpected() {
        assertThat(run("llm", "resume").errors()).contains("--reason REASON, --call ID, --limit N or --all");
        assertThat(run("llm", "parked", "--reason", "bored").errors())
                .contains("bored")
                .contains("day-budget");
        assertThat(run("llm", "resume", "--limit", "0").exitCode()).isEqualTo(2);
        assertThat(run("llm", "costs", "--from", "2026-10-02", "--to", "2026-10-01"))
                .satisfies(ran -> assertThat(ran.exitCode()).isEqualTo(2))
                .satisfies(ran -> assertThat(ran.errors()).contains("--from 2026-10-02: expected a day not after"));
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
