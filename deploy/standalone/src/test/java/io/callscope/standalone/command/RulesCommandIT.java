package io.callscope.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code callscope rules test} on a real database. */
class RulesCommandIT {
    @TempDir
    static Path folder;

    private static CommandDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = CommandDatabase.start(folder);
        database.sql("INSERT INTO calls (call_id, state, started_at, analyzed_at, version_key) SELECT 'c' || i,"
                + " 'analyzed', now() - interval '2 days', now(), 'v' FROM generate_series(1, 60) i");
        database.sql("INSERT INTO transcripts SELECT call_id, 'h', 'm', NULL, 'recognised', 'ru', 1, 1, now(), 1, ''"
                + " FROM calls");
        database.sql("INSERT INTO analyses SELECT call_id, 'v', '{}', 'h', 'judged', 'refund', 'unresolved',"
                + " '{\"said\":false}', now() FROM calls");
        database.sql("INSERT INTO signals SELECT call_id, 'v', 0, 'churn-intent', 'customer', '[]' FROM calls");
    }

    @AfterAll
    static void stop() {
        database.close();
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
                .containsPattern("two-forces +off")
                .containsPattern("promise-overdue +on +decided when a term passes");
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
        return database.run(arguments);
    }
}
