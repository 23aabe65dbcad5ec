package io.callscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.callscope.ingest.recording.IntakeOutcome;
import io.callscope.ingest.recording.JdbiRecordingRegistry;
import io.callscope.ingest.recording.RecordingIntake;
import io.callscope.ingest.recording.Spool;
import io.callscope.ingest.recording.Spool.Spooled;
import io.callscope.ingest.server.Configs;
import io.callscope.ingest.server.EmbeddedServers;
import io.callscope.ingest.server.Inside;
import io.callscope.ingest.server.Uploads;
import io.callscope.ingest.server.Uploads.Answer;
import io.callscope.kit.audio.KafkaRecordingWriter;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.publish.EventPublisher;
import io.callscope.kit.publish.KafkaEventPublisher;
import io.callscope.kit.publish.Producers;
import io.callscope.kit.topic.Topics;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.recording.CallRecorded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A recording whose upload was cut by a fault is sent again, and then it is there once. */
@TestInstance(Lifecycle.PER_CLASS)
class IngestOutageIT {
    private static final Map<String, String> STARTED = Map.of("X-Call-Started-At", "2026-10-12 14:05");
    private static final Map<String, String> IMPATIENT =
            Map.of("delivery.timeout.ms", "3000", "request.timeout.ms", "1500", "max.block.ms", "2000");

    @TempDir
    static Path folder;

    private EmbeddedServers servers;
    private IngestService service;
    private Inside inside;

    @BeforeAll
    void start() throws Exception {
        servers = EmbeddedServers.start();
        service = IngestService.start(Configs.of(servers, folder.resolve("spool"), IMPATIENT, null), Clock.systemUTC());
        inside = new Inside(servers);
    }

    @AfterAll
    void stop() {
        service.close();
        servers.close();
    }

    @Test
    void whileKafkaIsAwayItSaysSoAndLaterTakesTheCallOnce() throws Exception {
        // Given
        Uploads uploads = new Uploads(service.port());
        byte[] audio = audio(1_200_000);
        assertThat(uploads.put("/api/recordings/before-1", audio, STARTED).status())
                .isEqualTo(201);
        servers.stopBroker();

        // When
        long before = System.nanoTime();
        Answer away = uploads.put("/api/recordings/outage-1", audio, STARTED);
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        servers.startBroker();
        Answer back = uploads.put("/api/recordings/outage-1", audio, STARTED);
        Answer again = uploads.put("/api/recordings/outage-1", audio, STARTED);

        // Then
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.json().path("type").asText()).isEqualTo("urn:callscope:problem:unavailable");
        assertThat(took).isLessThan(Duration.ofSeconds(12));
        assertThat(back.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertOnceWith("outage-1", audio);
    }

    @Test
    void aCrashBetweenTheChunksAndTheManifestIsMendedByTheNextAttempt() throws Exception {
        // Given
        byte[] audio = audio(900_000);
        KafkaConfig kafka = KafkaConfig.of(servers.bootstrapServers());
        try (HikariDataSource pool = pool();
                Producer<String, byte[]> producer = Producers.durable(kafka, DataSize.ofMiB(4))) {
            JdbiRecordingRegistry registry = new JdbiRecordingRegistry(Jdbi.create(pool));
            EventPublisher failing = (topic, callId, event) -> {
                throw new RetryableException("the process ends here", null);
            };
            RecordingIntake crashing = new RecordingIntake(
                    registry, new KafkaRecordingWriter(producer), failing, Clock.systemUTC(), UUID::randomUUID);
            RecordingIntake next = new RecordingIntake(
                    registry,
                    new KafkaRecordingWriter(producer),
                    new KafkaEventPublisher(producer),
                    Clock.systemUTC(),
                    UUID::randomUUID);

            // When
            assertThatThrownBy(() -> accept(crashing, audio)).isInstanceOf(RetryableException.class);
            List<String> statesBetween = inside.states("crash-1");
            int eventsBetween = inside.events(Topics.RECORDED, "crash-1", CallRecorded.class)
                    .size();
            IntakeOutcome second = accept(next, audio);
            IntakeOutcome third = accept(next, audio);

            // Then
            assertThat(statesBetween).containsExactly("receiving");
            assertThat(eventsBetween).isZero();
            assertThat(second).isInstanceOf(IntakeOutcome.Accepted.class);
            assertThat(third).isInstanceOf(IntakeOutcome.AlreadyThere.class);
            assertOnceWith("crash-1", audio);
        }
    }

    private IntakeOutcome accept(RecordingIntake intake, byte[] audio) throws IOException {
        Spool spool = new Spool(folder.resolve("other-spool"), 4 << 20);
        try (Spooled spooled = spool.take(new ByteArrayInputStream(audio))) {
            return intake.accept(new CallId("crash-1"), metadata(), spooled);
        }
    }

    private void assertOnceWith(String callId, byte[] audio) throws Exception {
        List<CallRecorded> events = inside.events(Topics.RECORDED, callId, CallRecorded.class);
        assertThat(events).hasSize(1);
        Path copy = folder.resolve(callId);
        inside.copyAudio(events.get(0).audio(), copy);
        assertThat(copy).hasBinaryContent(audio);
        assertThat(inside.states(callId)).containsExactly("published");
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(servers.jdbcUrl());
        config.setUsername(servers.databaseUser());
        config.setPassword(servers.databasePassword());
        config.setSchema("ingest");
        return new HikariDataSource(config);
    }

    private static CallMetadata metadata() {
        return new CallMetadata(
                Instant.parse("2026-10-12T11:05:00Z"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "ru",
                List.of(),
                null,
                Map.of());
    }

    private static byte[] audio(int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return content;
    }
}
