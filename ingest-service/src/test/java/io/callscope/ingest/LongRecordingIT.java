package io.callscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.callscope.embedded.Ports;
import io.callscope.ingest.server.EmbeddedServers;
import io.callscope.ingest.server.Inside;
import io.callscope.ingest.server.TestServers;
import io.callscope.ingest.server.Uploads;
import io.callscope.ingest.server.Uploads.Answer;
import io.callscope.kit.topic.Topics;
import io.callscope.model.recording.CallRecorded;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** An hour of two channels goes through a process of 128 MiB and a broker with default message limits. */
@TestInstance(Lifecycle.PER_CLASS)
class LongRecordingIT {
    private static final int SAMPLE_RATE_HZ = 8_000;
    private static final int SECONDS = 60 * 60;
    private static final int FRAME_BYTES = 4;

    @TempDir
    static Path folder;

    private TestServers servers;
    private Process process;
    private int port;

    TestServers startServers() {
        return EmbeddedServers.start();
    }

    @BeforeAll
    void start() throws Exception {
        servers = startServers();
        List<Integer> ports = Ports.free(2);
        port = ports.get(0);
        Path config = Files.writeString(folder.resolve("ingest.yaml"), yaml(ports));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        IngestMain.class.getName(),
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ingest.log").toFile());
        builder.environment().put("TEST_PASSWORD", servers.databasePassword());
        builder.environment().put("TEST_SECRET", "0123456789abcdef");
        process = builder.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive() || listens(port));
        assertThat(process.isAlive())
                .as(Files.readString(folder.resolve("ingest.log")))
                .isTrue();
    }

    @AfterAll
    void stop() throws Exception {
        process.destroy();
        process.waitFor();
        servers.close();
    }

    @Test
    void anHourOfTwoChannelsComesBackByteForByte() throws Exception {
        // Given
        Path recording = hourOfTwoChannels();

        // When
        Answer plain = new Uploads(port)
                .send(
                        "PUT",
                        "/api/recordings/hour-1",
                        BodyPublishers.ofFile(recording),
                        Map.of("X-Call-Started-At", "2026-10-12T11:05:00Z", "X-Call-Channels", "customer,agent"));

        // Then
        assertThat(plain.status()).as(plain.json().toString()).isEqualTo(201);
        assertThat(process.isAlive()).isTrue();
        Inside inside = new Inside(servers);
        List<CallRecorded> events = inside.events(Topics.RECORDED, "hour-1", CallRecorded.class);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).audio().bytes()).isEqualTo(44L + (long) SECONDS * SAMPLE_RATE_HZ * FRAME_BYTES);
        Path copy = folder.resolve("copy.wav");
        inside.copyAudio(events.get(0).audio(), copy);
        assertThat(Files.mismatch(recording, copy)).isEqualTo(-1);
    }

    private static Path hourOfTwoChannels() throws IOException {
        Path file = folder.resolve("hour.wav");
        long bytes = (long) SECONDS * SAMPLE_RATE_HZ * FRAME_BYTES;
        Random noise = new Random(1);
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            output.write(header((int) bytes));
            byte[] second = new byte[SAMPLE_RATE_HZ * FRAME_BYTES];
            for (int i = 0; i < SECONDS; i++) {
                noise.nextBytes(second);
                output.write(second);
            }
        }
        return file;
    }

    /** Canonical WAV header: PCM, 16 bits, two channels. */
    private static byte[] header(int dataBytes) {
        return ByteBuffer.allocate(44)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36 + dataBytes)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(SAMPLE_RATE_HZ)
                .putInt(SAMPLE_RATE_HZ * FRAME_BYTES)
                .putShort((short) FRAME_BYTES)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(dataBytes)
                .array();
    }

    private String yaml(List<Integer> ports) {
        return """
                kafka: {bootstrapServers: "%s", partitions: 2}
                database: {url: "%s", user: "%s", password: "${TEST_PASSWORD}"}
                http: {port: %d}
                ops: {port: %d}
                spoolDir: spool
                customerKeySecret: ${TEST_SECRET}
                """.formatted(
                servers.bootstrapServers(), servers.jdbcUrl(), servers.databaseUser(), ports.get(0), ports.get(1));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
