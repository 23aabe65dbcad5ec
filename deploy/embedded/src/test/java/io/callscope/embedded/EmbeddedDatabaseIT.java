package io.callscope.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
    @TempDir
    Path folder;

    @Test
    void startsWithDurableSettingsAndKeepsRowsOverARestart() throws Exception {
        // Given
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, Ports.free())) {
            execute(database, "CREATE TABLE calls (id text)", "INSERT INTO calls VALUES ('first')");
            assertThat(query(database, "SHOW fsync")).isEqualTo("on");
            assertThat(query(database, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(database, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(query(database, "SELECT lower('ЁЖ')")).isEqualTo("ёж");
        }

        // When
        String found;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, Ports.free())) {
            found = query(database, "SELECT id FROM calls");
        }

        // Then
        assertThat(found).isEqualTo("first");
        assertThat(EmbeddedDatabase.serverOf(folder)).isNull();
    }

    @Test
    void stopsTheServerThatAKilledOwnerLeftAndKeepsItsRows() throws Exception {
        // Given
        int port = Ports.free();
        ProcessHandle orphan;
        try (Owner owner = Owner.start("database", folder, port, 0)) {
            String url = "jdbc:postgresql://127.0.0.1:%d/callscope".formatted(port);
            execute(url, "CREATE TABLE calls (id int)", "INSERT INTO calls SELECT generate_series(1, 1000)");
            owner.kill();
            orphan = EmbeddedDatabase.serverOf(folder);
            assertThat(orphan).isNotNull();
        }

        // When
        String found;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, port)) {
            found = query(database, "SELECT count(*) FROM calls");
        }

        // Then
        assertThat(found).isEqualTo("1000");
        assertThat(Postmaster.isAlive(orphan)).isFalse();
    }

    @Test
    void keepsCommittedRowsOfAKilledServer() throws Exception {
        // Given
        int port = Ports.free();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, port)) {
            execute(database, "CREATE TABLE calls (id int)", "INSERT INTO calls SELECT generate_series(1, 1000)");
            ProcessHandle.of(database.pid()).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(10)).until(() -> !database.isRunning());
        }

        // When
        String found;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, port)) {
            found = query(database, "SELECT count(*) FROM calls");
        }

        // Then
        assertThat(found).isEqualTo("1000");
    }

    @Test
    void startsAgainWhereAnotherProcessGotTheServersNumber() throws Exception {
        // Given
        int port = Ports.free();
        EmbeddedDatabase.start(folder, port).close();
        Files.writeString(
                folder.resolve("data/postmaster.pid"),
                "%d%n%s%n0%n%d%n".formatted(ProcessHandle.current().pid(), folder.resolve("data"), port));

        // When
        String found;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, port)) {
            found = query(database, "SELECT 1");
        }

        // Then
        assertThat(found).isEqualTo("1");
    }

    @Test
    void beginsAnewWhereTheFirstStartWasKilledHalfWay() throws Exception {
        // Given
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("PG_VERSION"), "18");
        Files.createDirectories(folder.resolve("server/PG-torn/bin"));

        // When
        String found;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, Ports.free())) {
            found = query(database, "SELECT 1");
        }

        // Then
        assertThat(found).isEqualTo("1");
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        // Given
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, Ports.free())) {
            for (String user : new String[] {"callscope", "postgres"}) {
                // When
                // Then
                assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), user, "guess"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsItsFilesFromOtherUsers() throws Exception {
        // Given
        // When
        EmbeddedDatabase.start(folder, Ports.free()).close();

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesAFolderInUse() {
        // Given
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder, Ports.free())) {
            // When
            // Then
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, Ports.free()))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("in use by another process");
            assertThat(first.isRunning()).isTrue();
        }
    }

    private static void execute(EmbeddedDatabase database, String... statements) throws Exception {
        execute(database.jdbcUrl(), database.password(), statements);
    }

    private void execute(String url, String... statements) throws Exception {
        execute(url, EmbeddedDatabase.passwordOf(folder), statements);
    }

    private static void execute(String url, String password, String[] statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "callscope", password);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
