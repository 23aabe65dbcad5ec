package io.callscope.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.embedded.EmbeddedStartException;
import io.callscope.embedded.Ports;
import io.callscope.standalone.supervise.PssSampler;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class InstallationIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private final ConcurrentLinkedQueue<String> notices = new ConcurrentLinkedQueue<>();
    private final PortPlan ports = new PortPlan(Ports.freeRun(8));
    private DataLayout layout;

    @BeforeEach
    void setUp() {
        layout = DataLayout.of(home);
    }

    @Test
    void keepsDataOverRestartsUntilItIsStartedFresh() throws Exception {
        // Given
        try (Installation first = start(false)) {
            assertThat(first.ports()).isEqualTo(ports);
            createTopic("calls.recorded.v1");
            execute("CREATE TABLE calls (id text)", "INSERT INTO calls VALUES ('first')");
            Files.writeString(layout.models().resolve("model"), "large");
        }

        // When
        Set<String> topics;
        String row;
        try (Installation second = start(false)) {
            assertThat(second.processes()).hasSize(2);
            topics = topics();
            row = query("SELECT id FROM calls");
        }
        Set<String> freshTopics;
        String freshTables;
        try (Installation fresh = start(true)) {
            assertThat(fresh.processes()).hasSize(2);
            freshTopics = topics();
            freshTables = query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'");
        }

        // Then
        assertThat(topics).contains("calls.recorded.v1");
        assertThat(row).isEqualTo("first");
        assertThat(freshTopics).isEmpty();
        assertThat(freshTables).isEqualTo("0");
        assertThat(layout.models().resolve("model")).hasContent("large");
        assertThat(notices).isEmpty();
    }

    @Test
    void startsKilledBrokerAndDatabaseAgain() throws Exception {
        // Given
        try (Installation installation = start(false)) {
            createTopic("calls.recorded.v1");
            execute("CREATE TABLE calls (id text)", "INSERT INTO calls VALUES ('first')");

            // When
            kill(pidOf("broker"));
            kill(EmbeddedDatabase.serverOf(layout.database()).pid());
            kill(pidOf("database"));

            // Then
            await().atMost(SOON).ignoreExceptions().untilAsserted(() -> {
                assertThat(query("SELECT id FROM calls")).isEqualTo("first");
                assertThat(topics()).contains("calls.recorded.v1");
            });
            assertThat(notices)
                    .anyMatch(notice -> notice.startsWith("broker ended with 137"))
                    .anyMatch(notice -> notice.startsWith("database ended with"));
            assertThat(installation.processes()).hasSize(2);
        }
    }

    @Test
    void takesOverFromAKilledSupervisor() throws Exception {
        // Given
        Process supervisor = supervisorProcess();
        execute("CREATE TABLE calls (id text)", "INSERT INTO calls VALUES ('first')");
        supervisor.destroyForcibly().waitFor();

        // When
        String row;
        try (Installation next = start(false)) {
            row = query("SELECT id FROM calls");
            assertThat(next.processes()).hasSize(2);
        }

        // Then
        assertThat(row).isEqualTo("first");
        assertThat(EmbeddedDatabase.serverOf(layout.database())).isNull();
    }

    @Test
    void stopsEverythingOnSigterm() throws Exception {
        // Given
        Process supervisor = supervisorProcess();
        ProcessHandle server = EmbeddedDatabase.serverOf(layout.database());

        // When
        supervisor.destroy();

        // Then
        assertThat(supervisor.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(server).isNotNull();
        assertThat(EmbeddedDatabase.serverOf(layout.database())).isNull();
        for (int port = ports.base(); port < ports.base() + 8; port++) {
            assertThat(Ports.isTaken(port)).as("port %d is taken", port).isFalse();
        }
    }

    @Test
    void refusesASecondSupervisorAndTellsWhereTheFirstIs() throws Exception {
        // Given
        Process supervisor = supervisorProcess();
        try {
            // When
            AlreadyRunningException refusal = catchThrowableOfType(AlreadyRunningException.class, () -> start(false));

            // Then
            assertThat(refusal)
                    .hasMessageContaining("process " + supervisor.pid())
                    .hasMessageContaining("http://127.0.0.1:" + ports.web());
            assertThat(Installation.running(layout))
                    .hasValueSatisfying(running -> assertThat(running.ports()).isEqualTo(ports));
        } finally {
            supervisor.destroy();
            supervisor.waitFor();
        }
    }

    @Test
    void namesThePartWhosePortIsTaken() throws Exception {
        // Given
        try (ServerSocket taken = new ServerSocket(ports.database(), 1, InetAddress.getByName("127.0.0.1"))) {
            // When
            PortTakenException refusal = catchThrowableOfType(PortTakenException.class, () -> start(false));

            // Then
            assertThat(refusal)
                    .hasMessageContaining("port %d of the PostgreSQL database".formatted(taken.getLocalPort()))
                    .hasMessageContaining("--port");
            assertThat(Installation.running(layout)).isEmpty();
        }
    }

    @Test
    @EnabledIf("isRoot")
    void leavesTheDataOfAnotherUserAlone() throws Exception {
        // Given
        Files.createDirectories(layout.data());
        Files.setOwner(
                layout.data(),
                layout.data().getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

        // When
        EmbeddedStartException refusal = catchThrowableOfType(EmbeddedStartException.class, () -> start(false));

        // Then
        assertThat(refusal).hasMessageContaining("belongs to user nobody");
        assertThat(layout.data()).isEmptyDirectory();
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    @Test
    void measuresTheDatabaseServerToo() throws Exception {
        // Given
        try (Installation installation = start(false);
                PssSampler sampler = PssSampler.start(installation::processes)) {
            // When
            await().atMost(SOON).until(() -> sampler.peakMiB() > 0);

            // Then
            assertThat(installation.processes())
                    .extracting(ProcessHandle::pid)
                    .contains(EmbeddedDatabase.serverOf(layout.database()).pid());
        }
    }

    private Installation start(boolean fresh) throws IOException, InterruptedException {
        return Installation.start(layout, ports, FakeInstallationMain.MAINS, fresh, notices::add);
    }

    private Process supervisorProcess() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeInstallationMain.class.getName(),
                        home.toString(),
                        Integer.toString(ports.base()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).isEqualTo("READY");
        return process;
    }

    private long pidOf(String part) throws IOException {
        return Long.parseLong(Files.readString(layout.run().resolve(part + ".pid")));
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private void createTopic(String name) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private Set<String> topics() throws Exception {
        try (Admin admin = admin()) {
            return admin.listTopics().names().get(10, TimeUnit.SECONDS);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + ports.broker()));
    }

    private void execute(String... statements) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private String query(String sql) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect() throws SQLException, IOException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/callscope".formatted(ports.database()),
                "callscope",
                EmbeddedDatabase.passwordOf(layout.database()));
    }
}
