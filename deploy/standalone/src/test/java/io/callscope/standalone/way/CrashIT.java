package io.callscope.standalone.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.embedded.Ports;
import io.callscope.standalone.platform.DataLayout;
import io.callscope.standalone.platform.Installation;
import io.callscope.standalone.platform.Part;
import io.callscope.standalone.platform.PortPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills the real processes with SIGKILL, again and again, while calls come in. Every acknowledged call must be analyzed
 * in the end, and each once. The recogniser is scripted; everything else is what a site runs.
 */
class CrashIT {
    private static final Logger LOGGER = LoggerFactory.getLogger(CrashIT.class);
    private static final Map<Part, Integer> KILLS = new EnumMap<>(
            Map.of(Part.BROKER, 3, Part.DATABASE, 3, Part.INGEST, 4, Part.TRANSCRIBE, 4, Part.ANALYTICS, 4));
    private static final int SENDERS = 3;
    private static final int CALLS_BETWEEN_KILLS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path home;

    @Test
    void noAcknowledgedCallIsLostAndNoneIsDoubledWhateverIsKilled() throws Exception {
        // Given
        long seed = Long.getLong("callscope.seed", System.currentTimeMillis());
        configureScriptedRecognizer();
        DataLayout layout = DataLayout.of(home);
        PortPlan ports = new PortPlan(Ports.freeRun(8));
        try (Installation installation = Installation.start(layout, ports, false, notice -> {})) {
            Traffic traffic = new Traffic(new CallClient(ports.ingest(), ports.web(), ""), SENDERS);
            traffic.start();

            // When
            int kills = killEverythingInTurn(layout, traffic, new Random(seed));
            Set<String> acknowledged = traffic.stopAndGetAcknowledged();

            // Then
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(ids(layout, ports, "state = 'analyzed'"))
                            .as("seed %d", seed)
                            .containsAll(acknowledged));
            Set<String> stored = ids(layout, ports, "true");
            List<String> doubled = doubled(layout, ports);
            Set<String> lost = new TreeSet<>(acknowledged);
            lost.removeAll(ids(layout, ports, "state = 'analyzed'"));
            LOGGER.info(
                    "crash test, seed {}: {} kills ({}), {} calls acknowledged, {} stored, {} lost, {} doubled",
                    seed,
                    kills,
                    KILLS,
                    acknowledged.size(),
                    stored.size(),
                    lost.size(),
                    doubled.size());
            assertThat(kills).isGreaterThanOrEqualTo(18);
            assertThat(acknowledged).as("seed %d", seed).hasSizeGreaterThan(50);
            assertThat(lost).as("seed %d", seed).isEmpty();
            assertThat(doubled).as("seed %d", seed).isEmpty();
            assertThat(ids(layout, ports, "state = 'failed'"))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(installation.processes()).isNotEmpty();
        }
    }

    private static int killEverythingInTurn(DataLayout layout, Traffic traffic, Random random) throws Exception {
        List<Part> victims = new ArrayList<>();
        KILLS.forEach((part, times) -> victims.addAll(Collections.nCopies(times, part)));
        Collections.shuffle(victims, random);
        int kills = 0;
        for (Part victim : victims) {
            // Mostly in the midst of work, at times while the last victim is still coming back.
            if (random.nextInt(4) > 0) {
                traffic.awaitProgress(CALLS_BETWEEN_KILLS);
            }
            Thread.sleep(random.nextInt(1500));
            kill(layout, victim);
            kills++;
        }
        return kills;
    }

    /** Waits until the part runs, so that each kill counts. */
    private static void kill(DataLayout layout, Part part) {
        ProcessHandle process = await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> processOf(layout, part), handle -> handle != null && handle.isAlive());
        process.destroyForcibly();
    }

    private static ProcessHandle processOf(DataLayout layout, Part part) throws IOException {
        if (part == Part.DATABASE) {
            return EmbeddedDatabase.serverOf(layout.database());
        }
        String pid = Files.readString(layout.run().resolve(part.id() + ".pid")).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElse(null);
    }

    private static Set<String> ids(DataLayout layout, PortPlan ports, String condition)
            throws SQLException, IOException {
        return new TreeSet<>(strings(layout, ports, "select call_id from analytics.calls where " + condition));
    }

    /** Calls with more than one analysis, transcript or row of an utterance. */
    private static List<String> doubled(DataLayout layout, PortPlan ports) throws SQLException, IOException {
        return strings(layout, ports, """
                select call_id from analytics.analyses group by call_id having count(*) > 1
                union all
                select call_id from analytics.transcripts group by call_id having count(*) > 1
                union all
                select call_id from analytics.utterances group by call_id, utterance_id having count(*) > 1
                """);
    }

    private static List<String> strings(DataLayout layout, PortPlan ports, String sql)
            throws SQLException, IOException {
        String url = "jdbc:postgresql://127.0.0.1:%d/callscope?connectTimeout=3&socketTimeout=10"
                .formatted(ports.database());
        String password = EmbeddedDatabase.passwordOf(layout.database());
        try (Connection connection = DriverManager.getConnection(url, "callscope", password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private void configureScriptedRecognizer() throws IOException {
        Path shipped = Path.of("..", "config").toAbsolutePath().normalize();
        Path copy = home.resolve("deploy").resolve("config");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(shipped.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        Path transcribe = copy.resolve("transcribe.yaml");
        Files.writeString(transcribe, Files.readString(transcribe).replace("recognizer: vosk", "recognizer: scripted"));
    }
}
