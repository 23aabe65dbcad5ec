package io.callscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.callscope.ingest.folder.FolderConfig;
import io.callscope.ingest.server.Configs;
import io.callscope.ingest.server.EmbeddedServers;
import io.callscope.ingest.server.Inside;
import io.callscope.ingest.server.TestServers;
import io.callscope.kit.topic.Topics;
import io.callscope.model.call.Party;
import io.callscope.model.recording.CallRecorded;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A folder into which a recorder drops files, with a real broker and a real database behind it. */
@TestInstance(Lifecycle.PER_CLASS)
class WatchedFolderIT {
    private static final Duration SETTLE = Duration.ofMillis(700);
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private Path incoming;
    private TestServers servers;
    private IngestService service;
    private Inside inside;

    TestServers startServers() {
        return EmbeddedServers.start();
    }

    @BeforeAll
    void start() throws Exception {
        servers = startServers();
        incoming = folder.resolve("incoming");
        FolderConfig config = new FolderConfig(
                incoming,
                Duration.ofMillis(100),
                SETTLE,
                Duration.ofSeconds(2),
                "(?<startedAt>[0-9]{8}-[0-9]{6})_(?<agentId>[^_]+)_(?<customerNumber>[0-9+]+)");
        service =
                IngestService.start(Configs.of(servers, folder.resolve("spool"), Map.of(), config), Clock.systemUTC());
        inside = new Inside(servers);
    }

    @AfterAll
    void stop() {
        service.close();
        servers.close();
    }

    @AfterEach
    void removeTheManifest() throws Exception {
        Files.deleteIfExists(incoming.resolve("manifest.csv"));
    }

    @Test
    void takesARecordingWithItsSidecar() throws Exception {
        // Given
        byte[] audio = audio(600_000);
        drop("side-1.json", "{\"startedAt\": \"2026-10-12 14:05\", \"team\": \"north\", \"callId\": \"pbx:77\"}");

        // When
        Files.write(incoming.resolve("side-1.wav"), audio);

        // Then
        awaitIn("done", "side-1.wav");
        CallRecorded event = recorded("pbx:77");
        assertThat(event.metadata().team()).isEqualTo("north");
        assertThat(event.metadata().attributes()).isEmpty();
        Path copy = folder.resolve("side-1.copy");
        inside.copyAudio(event.audio(), copy);
        assertThat(copy).hasBinaryContent(audio);
        awaitIn("done", "side-1.json");
        assertThat(incoming.resolve("side-1.wav")).doesNotExist();
    }

    @Test
    void takesRecordingsThatAManifestOfExcelNames() throws Exception {
        // Given
        drop(
                "manifest.csv",
                "\uFEFFfile;callId;startedAt;channels;agentName\r\n"
                        + "row-1.wav;row:1;12.10.2026 14:05;customer|agent;\"Петрова; Анна\"\r\n"
                        + "row-2.wav;row:2;12.10.2026 14:06;;\r\n");

        // When
        Files.write(incoming.resolve("row-1.wav"), audio(100));
        Files.write(incoming.resolve("row-2.wav"), audio(101));

        // Then
        awaitIn("done", "row-1.wav");
        awaitIn("done", "row-2.wav");
        CallRecorded event = recorded("row:1");
        assertThat(event.metadata().startedAt()).isEqualTo(Instant.parse("2026-10-12T11:05:00Z"));
        assertThat(event.metadata().channelParties()).containsExactly(Party.CUSTOMER, Party.AGENT);
        assertThat(event.metadata().agentName()).isEqualTo("Петрова; Анна");
        assertThat(recorded("row:2").metadata().channelParties()).isEmpty();
    }

    @Test
    void takesARecordingWhoseNameSaysEverything() throws Exception {
        // When
        Files.write(incoming.resolve("20261012-140500_a17_79165550123.wav"), audio(102));

        // Then
        awaitIn("done", "20261012-140500_a17_79165550123.wav");
        CallRecorded event = recorded("20261012-140500_a17_79165550123");
        assertThat(event.metadata().agentId()).isEqualTo("a17");
        assertThat(event.metadata().customer().last4()).isEqualTo("0123");
    }

    @Test
    void rejectsWhatCannotBeTakenAndSaysWhyAndTakesTheNext() throws Exception {
        // Given
        drop("empty.json", "{\"startedAt\": \"2026-10-12 14:05\"}");
        drop("badjson.json", "{\"startedAt\": ");
        drop("badfield.json", "{\"startedAt\": \"2026-10-12 14:05\", \"customerNumber\": \"oops 123456789\"}");
        drop("badid.json", "{\"startedAt\": \"2026-10-12 14:05\", \"callId\": \"a b\"}");
        drop("good.json", "{\"startedAt\": \"2026-10-12 14:05\"}");

        // When
        Files.write(incoming.resolve("empty.wav"), new byte[0]);
        for (String name : List.of("badjson", "badfield", "badid", "good", "nothing-known")) {
            Files.write(incoming.resolve(name + ".wav"), audio(103 + name.length()));
        }
        Files.write(incoming.resolve("huge.wav"), audio((4 << 20) + 1));
        drop("huge.json", "{\"startedAt\": \"2026-10-12 14:05\"}");

        // Then
        awaitIn("done", "good.wav");
        assertThat(reason("empty.wav")).isEqualTo("the file is empty; expected audio\n");
        assertThat(reason("badjson.wav")).contains("sidecar badjson.json: no valid JSON");
        assertThat(reason("badfield.wav"))
                .contains("customerNumber: no phone number")
                .doesNotContain("123456789");
        assertThat(reason("badid.wav")).contains("callId").contains("expected 1 to 128 characters");
        assertThat(reason("nothing-known.wav")).contains("no metadata: expected nothing-known.json");
        assertThat(reason("huge.wav")).contains("more than 4194304 bytes");
        assertThat(incoming.resolve("rejected").resolve("badjson.json")).exists();
        assertThat(inside.states("empty")).isEmpty();
    }

    @Test
    void aManifestThatCannotBeReadRejectsWhatWaitsForItAndNothingElse() throws Exception {
        // Given
        Files.write(
                incoming.resolve("manifest.csv"),
                "file;startedAt;agentName\nwin.wav;12.10.2026 14:05;Анна\n".getBytes(Charset.forName("windows-1251")));
        drop("beside.json", "{\"startedAt\": \"2026-10-12 14:05\"}");

        // When
        Files.write(incoming.resolve("beside.wav"), audio(120));
        Files.write(incoming.resolve("win.wav"), audio(121));

        // Then
        awaitIn("done", "beside.wav");
        assertThat(reason("win.wav")).isEqualTo("manifest.csv: expected a CSV file in UTF-8\n");
    }

    @Test
    void otherContentUnderAKnownIdIsRejected() throws Exception {
        // Given
        drop("first.json", "{\"startedAt\": \"2026-10-12 14:05\", \"callId\": \"same:1\"}");
        Files.write(incoming.resolve("first.wav"), audio(130));
        awaitIn("done", "first.wav");

        // When
        drop("second.json", "{\"startedAt\": \"2026-10-12 14:05\", \"callId\": \"same:1\"}");
        Files.write(incoming.resolve("second.wav"), audio(131));

        // Then
        assertThat(reason("second.wav")).contains("never overwritten");
        assertThat(recorded("same:1").audio().bytes()).isEqualTo(130);
    }

    @Test
    void aFileThatStillGrowsIsLeftAlone() throws Exception {
        // Given
        byte[] audio = audio(400_000);
        drop("grows.json", "{\"startedAt\": \"2026-10-12 14:05\"}");
        Path file = incoming.resolve("grows.wav");

        // When
        for (int from = 0; from < audio.length; from += 50_000) {
            Files.write(
                    file,
                    java.util.Arrays.copyOfRange(audio, from, from + 50_000),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            Thread.sleep(SETTLE.toMillis() / 2);
        }

        // Then
        assertThat(inside.states("grows")).as("before it has settled").isEmpty();
        awaitIn("done", "grows.wav");
        assertThat(recorded("grows").audio().bytes()).isEqualTo(audio.length);
    }

    @Test
    void aSidecarThatIsStillWrittenIsNotHeldAgainstTheRecording() throws Exception {
        // Given
        Files.write(incoming.resolve("slow.wav"), audio(140));
        Thread.sleep(SETTLE.toMillis() + 300);

        // When
        drop("slow.json", "{\"startedAt\": ");
        Thread.sleep(SETTLE.toMillis() / 2);
        drop("slow.json", "{\"startedAt\": \"2026-10-12 14:05\"}");

        // Then
        awaitIn("done", "slow.wav");
        assertThat(inside.states("slow")).containsExactly("published");
    }

    private CallRecorded recorded(String callId) {
        List<CallRecorded> events = inside.events(Topics.RECORDED, callId, CallRecorded.class);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private void drop(String name, String text) throws Exception {
        Files.writeString(incoming.resolve(name), text);
    }

    private void awaitIn(String subFolder, String name) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(incoming.resolve(subFolder).resolve(name)).exists());
    }

    private String reason(String name) throws Exception {
        Path file = incoming.resolve("rejected").resolve(name + ".reason.txt");
        await().atMost(SOON).untilAsserted(() -> assertThat(file).isNotEmptyFile());
        assertThat(incoming.resolve("rejected").resolve(name)).exists();
        return Files.readString(file);
    }

    private static byte[] audio(int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return content;
    }
}
