package io.callscope.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code callscope llm} on a real database. */
class LlmCommandIT {
    @TempDir
    static Path folder;

    private static CommandDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = CommandDatabase.start(
                folder, Path.of("..", "config").toAbsolutePath().normalize(), """
                llm:
                  baseUrl: http://127.0.0.1:9/v1
                  model: some
                  budget: {tokensPerDay: 10000, currency: RUB, pricePerMillionInput: 10, pricePerMillionOutput: 20}
                """);
        database.sql("INSERT INTO calls (call_id, state) SELECT 'c' || i, 'recorded' FROM generate_series(1, 4) i");
        database.sql("INSERT INTO parked_calls (call_id, failure, detail, parked_at, since) SELECT 'c' || i,"
                + " CASE WHEN i = 1 THEN 'day-budget' ELSE 'garbage' END, 'task contact: no',"
                + " now() - make_interval(hours => 10 - i), now() - make_interval(hours => 10 - i)"
                + " FROM generate_series(1, 4) i");
        database.sql("INSERT INTO llm_days (day, spent_tokens, spent_money) VALUES ('2026-10-12', 1100, 0.0123)");
        database.sql("INSERT INTO llm_spending (day, model, task, currency, calls, requests, from_cache, input_tokens,"
                + " output_tokens, money) VALUES ('2026-10-12', 'some', 'contact', 'RUB', 3, 4, 2, 1000, 100, 0.0123)");
    }

    @AfterAll
    static void stop() {
        database.close();
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
        return database.run(arguments);
    }
}
