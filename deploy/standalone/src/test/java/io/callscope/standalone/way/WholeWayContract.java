package io.callscope.standalone.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.consume.DeadLetterArchive;
import io.callscope.kit.publish.KafkaEventPublisher;
import io.callscope.kit.publish.Producers;
import io.callscope.kit.topic.Topics;
import io.callscope.model.call.CallId;
import io.callscope.model.json.EventJson;
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.recording.CallRecorded;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What must hold from the upload to the page, on any broker and database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WholeWayContract {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Servers servers;
    private RunningServices services;
    private CallClient client;

    abstract Servers startServers(Path dataFolder);

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        servers = startServers(folder);
        services = new RunningServices(servers, folder);
        client = services.client();
    }

    @AfterAll
    void stop() {
        if (services != null) {
            services.close();
        }
        if (servers != null) {
            servers.close();
        }
    }

    @Test
    void recordingIsHeardSeenAndPlayed() throws Exception {
        // Given
        byte[] audio = WavFiles.tone(2, 4, 1);

        // When
        int status = client.putRecording("way-1", audio).statusCode();

        // Then
        assertThat(status).isEqualTo(201);
        JsonNode call = awaitState("way-1", "analyzed");
        assertThat(call.path("transcript").path("utterances").size()).isPositive();
        assertThat(client.getBytes("/api/calls/way-1/audio").body()).isEqualTo(audio);
        assertThat(client.get("/calls/way-1").statusCode()).isEqualTo(200);
    }

    @Test
    void sameRecordingTwiceIsOneCallAndOtherAudioIsAConflict() throws Exception {
        // Given
        byte[] audio = WavFiles.tone(2, 1, 2);
        client.putRecording("way-2", audio);

        // When
        int again = client.putRecording("way-2", audio).statusCode();
        int other = client.putRecording("way-2", WavFiles.tone(2, 1, 3)).statusCode();

        // Then
        assertThat(again).isEqualTo(200);
        assertThat(other).isEqualTo(409);
        awaitState("way-2", "analyzed");
    }

    @Test
    void importedTranscriptIsClassifiedAndFlagged() throws Exception {
        // When
        client.putTranscript(
                "way-3", "обещали перезвонить вчера и никто не перезвонил звоню уже третий раз расторгаю договор");

        // Then
        JsonNode call = awaitState("way-3", "analyzed");
        assertThat(call.path("analysis").path("marks"))
                .anyMatch(mark -> mark.path("code").asText().equals("certainty.promise-broken"));
        assertThat(call.path("analysis").path("flags"))
                .anyMatch(flag -> flag.path("rule").asText().equals("churn-risk"));
    }

    @Test
    void eachBadRecordingFailsWithItsOwnReasonAndGoodOnesAreNotDelayed() throws Exception {
        // Given
        Map<String, byte[]> bad = new LinkedHashMap<>();
        bad.put("audio-truncated", java.util.Arrays.copyOf(WavFiles.tone(2, 4, 11), 70_000));
        bad.put("audio-header-invalid", WavFiles.declaring(1_900_000_000, 1, 12));
        bad.put("not-audio", "this is a letter and no music at all\n".repeat(40).getBytes(StandardCharsets.UTF_8));
        bad.put("container-not-allowed", "ffconcat version 1.0\nfile /etc/passwd\n".getBytes(StandardCharsets.UTF_8));
        bad.put("too-many-channels", WavFiles.tone(24, 1, 13));
        bad.put("unsupported-codec", WavFiles.ofCodec(0x5A5A, 1, 14));
        bad.put("no-audio", WavFiles.tone(2, 0, 15));
        List<String> good = new ArrayList<>();

        // When
        int number = 0;
        for (Map.Entry<String, byte[]> recording : bad.entrySet()) {
            assertThat(client.putRecording("bad-" + recording.getKey(), recording.getValue())
                            .statusCode())
                    .isEqualTo(201);
            good.add("good-" + number);
            client.putRecording("good-" + number, WavFiles.tone(2, 1, 100 + number++));
        }
        publishWithWrongHash("bad-audio-hash-mismatch");

        // Then
        for (String callId : good) {
            awaitState(callId, "analyzed");
        }
        List<String> reasons = new ArrayList<>(bad.keySet());
        reasons.add("audio-hash-mismatch");
        for (String reason : reasons) {
            JsonNode call = awaitState("bad-" + reason, "failed");
            assertThat(call.path("failure").path("reason").asText()).isEqualTo(reason);
            assertThat(client.get("/api/failed").body()).contains("bad-" + reason);
        }
        assertThat(new DeadLetterArchive(KafkaConfig.of(servers.bootstrapServers())).list())
                .extracting(entry -> entry.letter().reason().id())
                .containsAll(reasons);
    }

    @Test
    void unknownCallIsAProblemInWords() throws Exception {
        // When
        var response = client.get("/api/calls/nobody-knows-it");

        // Then
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(response.body()).contains("nobody-knows-it");
    }

    /** Somebody writes a manifest to the topic directly, and its hash is not that of the chunks. */
    private void publishWithWrongHash(String callId) throws Exception {
        var answer = client.putRecording("way-hash", WavFiles.tone(2, 1, 200));
        JsonNode manifest = EventJson.mapper().readTree(answer.body()).path("audio");
        AudioManifest right = EventJson.mapper().treeToValue(manifest, AudioManifest.class);
        AudioManifest wrong = new AudioManifest(
                right.topic(),
                right.partition(),
                right.firstOffset(),
                right.lastOffset(),
                right.chunkCount(),
                right.bytes(),
                "0".repeat(64),
                right.uploadId());
        CallId id = new CallId(callId);
        try (Producer<String, byte[]> producer =
                Producers.durable(KafkaConfig.of(servers.bootstrapServers()), DataSize.ofMiB(4))) {
            new KafkaEventPublisher(producer)
                    .publish(Topics.RECORDED, id, new CallRecorded(id, Metadata.anyCall(), wrong, Instant.now()));
        }
    }

    private JsonNode awaitState(String callId, String state) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> client.call(callId),
                        call -> call.path("state").asText().equals(state));
    }
}
