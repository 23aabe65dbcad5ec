package io.callscope.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code callscope user} and {@code callscope audit} on a real database. */
class UserCommandIT {
    private static CommandDatabase database;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        database = CommandDatabase.start(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void keepsUsersAndEveryChangeInTheAudit() throws Exception {
        // When
        Ran added = run(
                "user",
                "add",
                "anna",
                "--name",
                "Анна Петрова",
                "--role",
                "supervisor",
                "--team",
                "Север",
                "--team",
                "Юг");
        Ran password = run("user", "password", "anna");
        Ran disabled = run("user", "disable", "anna");
        Ran listed = run("user", "list");
        Ran verified = run("audit", "verify");

        // Then
        assertThat(added.exitCode()).isZero();
        assertThat(added.out()).containsPattern("password, shown only now: ([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(password.out()).isNotEqualTo(added.out());
        assertThat(disabled.exitCode()).isZero();
        assertThat(listed.out()).contains("anna", "supervisor", "disabled", "Север, Юг", "Анна Петрова", "1 user");
        assertThat(verified.exitCode()).isZero();
        assertThat(verified.out()).contains("3 rows", "\"rows\":3");
    }

    @Test
    void wrongUsageSaysWhatWasExpected() throws Exception {
        // Given
        Map<String[], String> wrong = Map.of(
                new String[] {"user", "add", "Boris", "--name", "B", "--role", "head", "--every-team"},
                        "login \"Boris\"",
                new String[] {"user", "add", "boris", "--name", "B", "--role", "boss", "--every-team"},
                        "controller, supervisor, head, ops",
                new String[] {"user", "add", "boris", "--name", "B", "--role", "head"}, "--every-team",
                new String[] {"user", "add", "boris", "--name", "B", "--role", "head", "--team", "A", "--every-team"},
                        "not both",
                new String[] {"user", "disable", "nobody"}, "there is no such user",
                new String[] {"audit", "verify", "--head", "abc"}, "64 hex digits");

        for (Map.Entry<String[], String> one : wrong.entrySet()) {
            // When
            Ran ran = run(one.getKey());

            // Then
            assertThat(ran.exitCode()).as(String.join(" ", one.getKey())).isEqualTo(2);
            assertThat(ran.errors()).contains(one.getValue());
        }
    }

    @Test
    void aForgedRowIsFound() throws Exception {
        // Given
        run("user", "add", "forged", "--name", "F", "--role", "ops", "--every-team");
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE analytics.audit_log DISABLE TRIGGER ALL");
            statement.execute("UPDATE analytics.audit_log SET detail = detail || '{\"role\":\"head\"}'"
                    + " WHERE detail ->> 'user' = 'forged'");

            // When
            Ran ran = run("audit", "verify");
            statement.execute("UPDATE analytics.audit_log SET detail = detail || '{\"role\":\"ops\"}'"
                    + " WHERE detail ->> 'user' = 'forged'");
            Ran mended = run("audit", "verify");

            // Then
            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out()).contains("broken after", "does not follow");
            assertThat(mended.exitCode()).isZero();
        }
    }

    private static Ran run(String... arguments) {
        return database.run(arguments);
    }
}
