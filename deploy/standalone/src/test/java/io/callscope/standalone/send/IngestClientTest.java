package io.callscope.standalone.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callscope.standalone.send.ScriptedHttp.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestClientTest {
    @TempDir
    Path folder;

    @Test
    void sendsTheSidecarWithTheGapsFilled() throws Exception {
        // Given
        Path recording = Files.writeString(folder.resolve("call-1.wav"), "the audio");
        Files.writeString(folder.resolve("call-1.json"), "{\"agentId\": \"a-1\", \"language\": \"ru\"}");
        Files.setLastModifiedTime(recording, FileTime.from(Instant.parse("2026-10-12T06:14:00Z")));
        try (ScriptedHttp service = new ScriptedHttp(path -> new Answer(201, "{}"))) {
            IngestClient client =
                    new IngestClient(service.url(), new ImportDefaults("en", List.of("customer", "agent")));

            // When
            SendOutcome outcome = client.send(only(recording));

            // Then
            assertThat(outcome).isEqualTo(new SendOutcome.Accepted());
            String body = service.bodies().get("PUT /api/recordings/call-1").get(0);
            assertThat(service.typeOf("/api/recordings/call-1")).startsWith("multipart/form-data; boundary=callscope-");
            assertThat(body).contains("name=\"audio\"").contains("\r\n\r\nthe audio\r\n--callscope-");
            JsonNode metadata = metadata(body);
            assertThat(metadata.path("agentId").asText()).isEqualTo("a-1");
            assertThat(metadata.path("language").asText()).isEqualTo("ru");
            assertThat(metadata.path("channels")).hasSize(2);
            assertThat(metadata.path("startedAt").asText()).isEqualTo("2026-10-12T06:14:00Z");
        }
    }

    @Test
    void sendsTranscriptsAsTheyAre() throws Exception {
        // Given
        String json = "{\"utterances\":[{\"text\":\"добрый день\"}]}";
        Path transcript = Files.writeString(folder.resolve("call-2.json"), json);
        try (ScriptedHttp service = new ScriptedHttp(path -> new Answer(200, "{}"))) {
            // When
            SendOutcome outcome = client(service).send(only(transcript));

            // Then
            assertThat(outcome).isEqualTo(new SendOutcome.AlreadyThere());
            assertThat(service.bodies().get("PUT /api/transcripts/call-2")).containsExactly(json);
            assertThat(service.typeOf("/api/transcripts/call-2")).isEqualTo("application/json");
        }
    }

    @Test
    void passesOnTheReasonOfARefusal() throws Exception {
        // Given
        Path recording = Files.writeString(folder.resolve("call-1.wav"), "");
        String problem = "{\"title\": \"The recording is empty\", \"detail\": \"0 bytes came\"}";
        try (ScriptedHttp service = new ScriptedHttp(path -> new Answer(422, problem))) {
            // When
            SendOutcome outcome = client(service).send(only(recording));

            // Then
            assertThat(outcome).isEqualTo(new SendOutcome.Rejected("HTTP 422: 0 bytes came"));
            assertThat(service.bodies().get("PUT /api/recordings/call-1")).hasSize(1);
        }
    }

    @Test
    void triesAgainWhileTheServiceCannot() throws Exception {
        // Given
        Path recording = Files.writeString(folder.resolve("call-1.wav"), "audio");
        AtomicInteger asked = new AtomicInteger();
        try (ScriptedHttp service = new ScriptedHttp(path -> new Answer(asked.incrementAndGet() < 3 ? 503 : 201, ""))) {
            // When
            SendOutcome outcome = client(service).send(only(recording));

            // Then
            assertThat(outcome).isEqualTo(new SendOutcome.Accepted());
            assertThat(asked).hasValue(3);
        }
    }

    @Test
    void namesASidecarThatIsNoJson() throws Exception {
        // Given
        Path recording = Files.writeString(folder.resolve("call-1.wav"), "audio");
        Files.writeString(folder.resolve("call-1.json"), "{agent");
        try (ScriptedHttp service = new ScriptedHttp(path -> new Answer(201, ""))) {
            // When
            SendOutcome outcome = client(service).send(only(recording));

            // Then
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SendOutcome.Rejected.class,
                            rejected -> assertThat(rejected.reason()).startsWith("call-1.json: no valid JSON"));
            assertThat(service.bodies()).isEmpty();
        }
    }

    @Test
    void importsFourAtOnceAndCountsTheOutcomes() throws Exception {
        // Given
        for (int index = 0; index < 40; index++) {
            Files.writeString(folder.resolve("call-%02d.wav".formatted(index)), "audio " + index);
        }
        List<ImportItem> items = ImportScan.of(List.of(folder)).items();
        AtomicInteger done = new AtomicInteger();
        ImportSummary summary;
        int mostAtOnce;
        try (ScriptedHttp service = new ScriptedHttp(IngestClientTest::byLastDigit)) {
            // When
            summary = new BulkImport(client(service)).send(items, done::incrementAndGet);
            mostAtOnce = service.mostAtOnce();
        }

        // Then
        assertThat(done).hasValue(40);
        assertThat(summary.accepted()).isEqualTo(32);
        assertThat(summary.alreadyThere()).isEqualTo(4);
        assertThat(summary.rejected().keySet())
                .extracting(ImportItem::callId)
                .containsExactly("call-09", "call-19", "call-29", "call-39");
        assertThat(summary.isComplete()).isFalse();
        assertThat(mostAtOnce).isBetween(2, 4);
    }

    private static Answer byLastDigit(String path) {
        pause();
        return switch (path.charAt(path.length() - 1)) {
            case '8' -> new Answer(200, "{}");
            case '9' -> new Answer(409, "{\"detail\": \"other content\"}");
            default -> new Answer(201, "{}");
        };
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonNode metadata(String multipart) throws IOException {
        int start = multipart.indexOf("\r\n\r\n") + 4;
        return new ObjectMapper().readTree(multipart.substring(start, multipart.indexOf("\r\n--", start)));
    }

    private static ImportItem only(Path file) throws IOException {
        return ImportScan.of(List.of(file)).items().get(0);
    }

    private static IngestClient client(ScriptedHttp service) {
        return new IngestClient(service.url(), ImportDefaults.none());
    }
}
