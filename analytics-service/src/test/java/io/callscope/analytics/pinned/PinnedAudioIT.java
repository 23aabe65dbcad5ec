package io.callscope.analytics.pinned;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.audio.PlayableAudio;
import io.callscope.analytics.web.review.Scored;
import io.callscope.embedded.EmbeddedBroker;
import io.callscope.embedded.Ports;
import io.callscope.kit.audio.KafkaRecordingSource;
import io.callscope.kit.audio.KafkaRecordingWriter;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.publish.Producers;
import io.callscope.kit.topic.TopicSetup;
import io.callscope.model.call.CallId;
import io.callscope.model.hash.Sha256;
import io.callscope.model.recording.AudioManifest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planned and appealed calls can be heard after a real broker has lost their recordings. */
class PinnedAudioIT {
    @TempDir
    private Path folder;

    private EmbeddedBroker broker;
    private KafkaConfig kafka;
    private TestPages pages;
    private FilePins pins;
    private PinKeeper keeper;

    @BeforeEach
    void start() throws Exception {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "servers")), "kafka");
        List<Integer> ports = Ports.free(2);
        broker = EmbeddedBroker.start(data, ports.get(0), ports.get(1));
        kafka = KafkaConfig.of(broker.bootstrapServers());
        new TopicSetup(kafka).ensure();
        pages = TestPages.seeded();
        pages.clock().pass(Duration.ofDays(5));
        pins = new FilePins(folder.resolve("pinned"), DataSize.ofMiB(50));
        keeper = new PinKeeper(
                new JdbiNeededCalls(pages.database().dataSource(), PinSettings.defaults()),
                new JdbiCitedCalls(pages.database().dataSource(), PinSettings.defaults(), ZoneId.of("Europe/Moscow")),
                new JdbiPlayedRecordings(pages.database().dataSource(), this::played),
                pins,
                new KafkaRecordingSource(kafka),
                new PinMeters(new SimpleMeterRegistry()),
                pages.clock());
    }

    @AfterEach
    void stop() {
        pages.close();
        broker.close();
    }

    /** Only recordings that this test has put into the topic. */
    private Optional<AudioManifest> played(CallId call) {
        return pages.calls()
                .detail(call, TeamScope.all())
                .map(detail -> PlayableAudio.of(detail, false).manifest())
                .filter(manifest -> manifest.uploadId().startsWith("pinned-"));
    }

    private String plannedCall() throws Exception {
        pages.as(Role.SUPERVISOR).post("/plan", "week", "2026-10-12");
        return pages.as(Role.CONTROLLER).page("/review").select("[data-seat]").attr("data-seat");
    }

    /** Two seconds of noise as WAV, in the topic, as the recording of a call. */
    private AudioManifest record(String call, byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve(call + ".wav"), bytes);
        MessageDigest digest = Sha256.begin();
        digest.update(bytes);
        AudioManifest manifest;
        try (Producer<String, byte[]> producer = Producers.durable(kafka, DataSize.ofMiB(8))) {
            manifest = new KafkaRecordingWriter(producer)
                    .write(new CallId(call), "pinned-" + call, file, Sha256.hex(digest));
        }
        try (Connection connection = pages.database().dataSource().getConnection();
                PreparedStatement raw =
                        connection.prepareStatement("UPDATE calls SET audio = CAST(? AS jsonb) WHERE call_id = ?");
                PreparedStatement copy = connection.prepareStatement(
                        "UPDATE transcripts SET playback = CAST(? AS jsonb) WHERE call_id = ?")) {
            for (PreparedStatement statement : List.of(raw, copy)) {
                statement.setString(1, Columns.json(manifest));
                statement.setString(2, call);
                statement.executeUpdate();
            }
        }
        pages.recordings().answersFrom(manifest.sha256(), new PinnedFirst(pins, new KafkaRecordingSource(kafka)));
        return manifest;
    }

    private static byte[] wav() {
        byte[] bytes = new byte[32_000];
        new Random(3).nextBytes(bytes);
        System.arraycopy("RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 16);
        return bytes;
    }

    private void lose(AudioManifest manifest) throws Exception {
        TopicPartition partition = new TopicPartition(manifest.topic(), manifest.partition());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(manifest.lastOffset() + 1)))
                    .all()
                    .get();
        }
    }

    @Test
    void theReviewerHearsACallWhoseRecordingTheTopicHasLost() throws Exception {
        // Given
        String call = plannedCall();
        byte[] bytes = wav();
        AudioManifest manifest = record(call, bytes);

        // When
        keeper.round();
        lose(manifest);
        HttpResponse<byte[]> heard = pages.as(Role.CONTROLLER).bytes("/api/calls/" + call + "/audio");

        // Then
        assertThat(heard.statusCode()).isEqualTo(200);
        assertThat(heard.body()).isEqualTo(bytes);
    }

    @Test
    void withoutAPinItIsGone() throws Exception {
        // Given
        String call = plannedCall();
        AudioManifest manifest = record(call, wav());

        // When
        lose(manifest);
        keeper.round();

        // Then
        assertThat(pages.as(Role.CONTROLLER)
                        .get("/api/calls/" + call + "/audio")
                        .statusCode())
                .isEqualTo(410);
        assertThat(pins.held()).isEmpty();
    }

    @Test
    void aReviewedCallStaysWhileItsTeamMayObjectAndWhileAnAppealIsOpen() throws Exception {
        // Given
        String call = plannedCall();
        AudioManifest manifest = record(call, wav());
        pages.post(
                "/review/" + call,
                Scored.with(pages.page("/review/" + call), "not-met").toArray(String[]::new));
        freeSeats(call);
        String review = pages.as(Role.SUPERVISOR)
                .page("/appeals")
                .select("[data-review]")
                .attr("data-review");

        // When
        pages.clock().pass(Duration.ofDays(3));
        keeper.round();
        boolean afterTheReview = pins.held().contains(manifest.sha256());
        int filed = pages.as(Role.SUPERVISOR)
                .post("/appeals", "review", review, "criterion", "greeting", "reason", "Поздоровался")
                .statusCode();
        pages.clock().pass(Duration.ofDays(16));
        keeper.round();
        boolean afterTheAppeal = pins.held().contains(manifest.sha256());
        pages.clock().pass(Duration.ofDays(20));
        keeper.round();

        // Then
        assertThat(filed).isEqualTo(303);
        assertThat(afterTheReview).isTrue();
        assertThat(afterTheAppeal).isTrue();
        assertThat(pins.held()).isEmpty();
    }

    @Test
    void aSecondThatSomebodyCommentedCanStillBeHeard() throws Exception {
        // Given
        byte[] bytes = wav();
        AudioManifest manifest = record("call-0", bytes);
        int kept = pages.as(Role.SUPERVISOR)
                .post("/calls/call-0/comments", "at", "0:01", "text", "Послушайте, как он это сказал")
                .statusCode();

        // When
        keeper.round();
        lose(manifest);
        HttpResponse<byte[]> heard = pages.bytes("/api/calls/call-0/audio");
        pages.clock().pass(Duration.ofDays(61));
        keeper.round();

        // Then
        assertThat(kept).isLessThan(400);
        assertThat(heard.body()).isEqualTo(bytes);
        assertThat(pins.held()).isEmpty();
    }

    /** A second seat that nobody takes would keep the call for its reviewer. */
    private void freeSeats(String call) throws Exception {
        try (Connection connection = pages.database().dataSource().getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("DELETE FROM review_seats WHERE call_id = ? AND seat = 'second'")) {
            statement.setString(1, call);
            statement.executeUpdate();
        }
    }
}
