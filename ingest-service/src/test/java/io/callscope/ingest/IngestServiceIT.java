package io.callscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.callscope.ingest.server.Configs;
import io.callscope.ingest.server.EmbeddedServers;
import io.callscope.ingest.server.Inside;
import io.callscope.ingest.server.TestServers;
import io.callscope.ingest.server.Uploads;
import io.callscope.ingest.server.Uploads.Answer;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.ops.PortTakenException;
import io.callscope.kit.topic.Topics;
import io.callscope.model.call.Party;
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallImported;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The upload API over real HTTP, with a real broker and a real database behind it. */
@TestInstance(Lifecycle.PER_CLASS)
class IngestServiceIT {
    private static final Map<String, String> STARTED = Map.of("X-Call-Started-At", "2026-10-12 14:05");
    private static final String METADATA = "{\"startedAt\": \"2026-10-12T11:05:00Z\"%s}";

    @TempDir
    static Path folder;

    private TestServers servers;
    private IngestService service;
    private Uploads uploads;
    private Inside inside;

    TestServers startServers() {
        return EmbeddedServers.start();
    }

    @BeforeAll
    void start() throws Exception {
        servers = startServers();
        service = IngestService.start(Configs.of(servers, folder.resolve("spool"), Map.of(), null), Clock.systemUTC());
        uploads = new Uploads(service.port());
        inside = new Inside(servers);
    }

    @AfterAll
    void stop() {
        service.close();
        servers.close();
    }

    @Test
    void aRecordingLiesInKafkaOnceItIsAcknowledged() throws Exception {
        // Given
        byte[] audio = audio(700_001);
        Map<String, String> headers = Map.of(
                "X-Call-Started-At", "2026-10-12 14:05",
                "X-Call-Agent-Name", "%D0%90%D0%BD%D0%BD%D0%B0",
                "X-Call-Customer-Number", "+7 916 555-01-23",
                "X-Call-Channels", "customer, agent",
                "X-Call-Attribute-Campaign", "autumn");

        // When
        Answer answer = uploads.put("/api/recordings/full-1", audio, headers);

        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("callId").asText()).isEqualTo("full-1");
        assertThat(answer.json().path("outcome").asText()).isEqualTo("accepted");
        CallRecorded event = onlyRecorded("full-1");
        assertThat(event.metadata().startedAt()).isEqualTo(Instant.parse("2026-10-12T11:05:00Z"));
        assertThat(event.metadata().agentName()).isEqualTo("Анна");
        assertThat(event.metadata().channelParties()).containsExactly(Party.CUSTOMER, Party.AGENT);
        assertThat(event.metadata().customer().last4()).isEqualTo("0123");
        assertThat(event.metadata().attributes()).containsEntry("campaign", "autumn");
        assertThat(answer.json().path("audio").path("sha256").asText())
                .isEqualTo(event.audio().sha256());
        assertSameAudio(event.audio(), audio);
        assertThat(inside.states("full-1")).containsExactly("published");
        assertThat(inside.records(Topics.RECORDED))
                .noneMatch(message -> new String(message.value(), StandardCharsets.UTF_8).contains("5550123"));
        assertThat(spooled()).isEmpty();
    }

    @Test
    void theSameAgainIsThereAlreadyAndOtherAudioIsAConflict() throws Exception {
        // Given
        byte[] audio = audio(10_000);
        Answer first = uploads.put("/api/recordings/again-1", audio, STARTED);

        // When
        Answer second = uploads.put("/api/recordings/again-1", audio, STARTED);
        Answer other = uploads.put("/api/recordings/again-1", audio(10_001), STARTED);
        Answer transcript = uploads.put("/api/transcripts/again-1", transcript("да"), Map.of());

        // Then
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("outcome").asText()).isEqualTo("already-there");
        assertThat(second.json().path("audio")).isEqualTo(first.json().path("audio"));
        assertProblem(other, 409, "call-exists");
        assertProblem(transcript, 409, "call-exists");
        assertSameAudio(onlyRecorded("again-1").audio(), audio);
    }

    @Test
    void aMultipartUploadIsTheSameAsOneWithHeaders() throws Exception {
        // Given
        byte[] audio = audio(300_000);
        String metadata = METADATA.formatted(", \"team\": \"север\", \"customerNumber\": \"89165550123\"");

        // When
        Answer answer = uploads.putMultipart("/api/recordings/multi-1", metadata, audio);

        // Then
        assertThat(answer.status()).isEqualTo(201);
        CallRecorded event = onlyRecorded("multi-1");
        assertThat(event.metadata().team()).isEqualTo("север");
        assertSameAudio(event.audio(), audio);
        await().untilAsserted(() -> assertThat(spooled()).isEmpty());
    }

    @Test
    void aVconIsTakenAsTheCallThatItHolds() throws Exception {
        // Given
        byte[] audio = audio(5_000);
        String vcon = """
                {"uuid": "%s", "created_at": "2026-10-12T11:00:00Z",
                 "parties": [{"role": "agent"}, {"role": "customer", "tel": "+79165550199"}],
                 "dialog": [{"type": "recording", "start": "2026-10-12T11:05:00Z", "parties": [1, 0],
                             "interaction_id": "%s"%s}],
                 "analysis": [{"type": "wtf_transcription", "vendor": "v", "dialog": 0, "encoding": "json", "body":
                    {"transcript": {"language": "ru"}, "segments": [
                      {"start": 0.5, "end": 1.25, "text": "добрый день", "speaker": 0}]}}]}
                """;
        String uuid = "0192f3a0-6c1e-8b4a-9f10-5b1e2d3c4a5f";
        String body = ", \"encoding\": \"base64url\", \"body\": \"%s\""
                .formatted(java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(audio));
        byte[] written = vcon.formatted(uuid, "vcon-1", "").getBytes(StandardCharsets.UTF_8);

        // When
        Answer transcript = uploads.put("/api/vcons", written, Map.of());
        Answer again = uploads.put("/api/vcons", written, Map.of());
        Answer other = uploads.put(
                "/api/vcons",
                vcon.formatted(uuid, "vcon-1", "").replace("добрый", "злой").getBytes(StandardCharsets.UTF_8),
                Map.of());
        Answer recording = uploads.put(
                "/api/vcons", vcon.formatted(uuid, "vcon-2", body).getBytes(StandardCharsets.UTF_8), Map.of());
        Answer wrong = uploads.put(
                "/api/vcons", vcon.formatted("none", "vcon-3", "").getBytes(StandardCharsets.UTF_8), Map.of());

        // Then
        assertThat(transcript.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertProblem(other, 409, "call-exists");
        assertProblem(wrong, 422, "invalid-vcon");
        CallImported imported =
                inside.events(Topics.IMPORTED, "vcon-1", CallImported.class).get(0);
        assertThat(imported.transcript().utterances().get(0).startMs()).isEqualTo(500);
        assertThat(imported.transcript().utterances().get(0).party()).isEqualTo(Party.AGENT);
        assertThat(imported.metadata().customer().last4()).isEqualTo("0199");
        assertThat(inside.records(Topics.IMPORTED))
                .noneMatch(message -> new String(message.value(), StandardCharsets.UTF_8).contains("5550199"));
        assertThat(recording.status()).isEqualTo(201);
        assertThat(recording.json().path("leftOut").path(0).asText())
                .isEqualTo("analysis[0]: its recording is recognised here");
        assertSameAudio(onlyRecorded("vcon-2").audio(), audio);
        await().untilAsserted(() -> assertThat(spooled()).isEmpty());
    }

    @Test
    void aSourceWithoutIdsGetsOneFromTheRecording() throws Exception {
        // Given
        byte[] audio = audio(4_321);

        // When
        Answer first = uploads.post("/api/recordings", audio, STARTED);
        Answer second = uploads.post("/api/recordings", audio, STARTED);

        // Then
        String callId = first.json().path("callId").asText();
        assertThat(first.status()).isEqualTo(201);
        assertThat(callId).matches("[0-9a-f]{32}");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("callId").asText()).isEqualTo(callId);
        assertThat(inside.events(Topics.RECORDED, callId, CallRecorded.class)).hasSize(1);
    }

    @Test
    void aTranscriptGoesToItsOwnTopic() throws Exception {
        // When
        Answer first = uploads.put("/api/transcripts/text-1", transcript("почему так долго"), Map.of());
        Answer second = uploads.put("/api/transcripts/text-1", transcript("почему так долго"), Map.of());
        Answer other = uploads.put("/api/transcripts/text-1", transcript("спасибо"), Map.of());

        // Then
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertProblem(other, 409, "call-exists");
        List<CallImported> events = inside.events(Topics.IMPORTED, "text-1", CallImported.class);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).transcript().utterances().get(0).text()).isEqualTo("почему так долго");
        assertThat(events.get(0).metadata().language()).isEqualTo("en");
    }

    @Test
    void anEmptyBodyIsRefused() throws Exception {
        // When
        Answer answer = uploads.put("/api/recordings/empty-1", new byte[0], STARTED);
        Answer multipart = uploads.putMultipart("/api/recordings/empty-2", METADATA.formatted(""), new byte[0]);

        // Then
        assertProblem(answer, 422, "empty-recording");
        assertProblem(multipart, 422, "empty-recording");
        assertThat(inside.states("empty-1")).isEmpty();
    }

    @Test
    void wrongMetadataNamesEveryFieldAndNoNumber() throws Exception {
        // When
        Answer headers = uploads.put(
                "/api/recordings/wrong-1",
                audio(10),
                Map.of("X-Call-Direction", "up", "X-Call-Customer-Number", "123456789 oops", "X-Call-Agentid", "a"));
        Answer multipart =
                uploads.putMultipart("/api/recordings/wrong-1", "{\"startedAt\": 5, \"teem\": 1}", audio(10));
        Answer broken = uploads.putMultipart("/api/recordings/wrong-1", "{", audio(10));

        // Then
        assertProblem(headers, 400, "invalid-metadata");
        assertThat(headers.json().path("errors"))
                .extracting(error -> error.path("field").asText())
                .containsExactlyInAnyOrder("startedAt", "direction", "customerNumber", "agentid");
        assertThat(headers.json().toString()).doesNotContain("123456789");
        assertProblem(multipart, 400, "invalid-metadata");
        assertThat(multipart.json().path("errors"))
                .extracting(error -> error.path("field").asText())
                .containsExactlyInAnyOrder("startedAt", "teem");
        assertProblem(broken, 400, "invalid-metadata");
        assertThat(inside.states("wrong-1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a%20b", "%D0%B7%D0%B2%D0%BE%D0%BD%D0%BE%D0%BA", "a%3Fb", "a%25b", "a%00b", "a%2Fb", "..%2Fx"})
    void anIdWithOtherCharactersIsRefused(String id) throws Exception {
        // Given
        // The server hangs up after an address that it cannot take: no connection is used twice.
        Uploads first = new Uploads(service.port());
        Uploads second = new Uploads(service.port());

        // When
        Answer recording = first.put("/api/recordings/" + id, audio(10), STARTED);
        Answer transcript = second.put("/api/transcripts/" + id, transcript("да"), Map.of());

        // Then
        assertThat(List.of(recording.status(), transcript.status())).containsOnly(400);
    }

    @Test
    void aPortThatIsTakenIsNamedWithItsSetting() {
        // Given
        IngestConfig other = Configs.of(servers, folder.resolve("other-spool"), Map.of(), null);
        IngestConfig same = new IngestConfig(
                other.kafka(),
                other.database(),
                HttpConfig.local(service.port()),
                other.ops(),
                other.spoolDir(),
                other.maxRecordingSize(),
                other.maxTranscriptSize(),
                other.customerKeySecret(),
                other.defaultCountry(),
                other.defaultLanguage(),
                other.siteZone(),
                null);

        // When
        // Then
        assertThatThrownBy(() -> IngestService.start(same, Clock.systemUTC()))
                .isInstanceOf(PortTakenException.class)
                .hasMessageContaining("port %d on 127.0.0.1".formatted(service.port()))
                .hasMessageContaining("http.port");
    }

    @Test
    void anIdThatIsTooLongIsRefused() throws Exception {
        // When
        Answer longest = uploads.put("/api/recordings/" + "x".repeat(128), audio(10), STARTED);
        Answer longer = uploads.put("/api/recordings/" + "x".repeat(129), audio(10), STARTED);

        // Then
        assertThat(longest.status()).isEqualTo(201);
        assertProblem(longer, 400, "invalid-metadata");
    }

    @Test
    void aRefusalReachesASourceThatIsStillSending() throws Exception {
        // Given
        byte[] large = audio(48 << 20);

        // When
        Answer wrong = new Uploads(service.port()).put("/api/recordings/sending-1", large, Map.of());
        Answer tooLarge = new Uploads(service.port()).put("/api/recordings/sending-2", large, STARTED);
        Answer wrongId = new Uploads(service.port()).put("/api/recordings/a%20b", large, STARTED);

        // Then
        assertProblem(wrong, 400, "invalid-metadata");
        assertProblem(tooLarge, 413, "recording-too-large");
        assertProblem(wrongId, 400, "invalid-metadata");
    }

    @Test
    void whatIsNowhereIsNotFound() throws Exception {
        // When
        Answer answer = uploads.send("GET", "/api/nothing", BodyPublishers.noBody(), Map.of());

        // Then
        assertProblem(answer, 404, "no-such-route");
    }

    @Test
    void whatIsTooLargeIsRefusedAndNothingIsLeft() throws Exception {
        // When
        Answer plain = uploads.put("/api/recordings/large-1", audio((4 << 20) + 1), STARTED);
        Answer multipart =
                uploads.putMultipart("/api/recordings/large-2", METADATA.formatted(""), audio((4 << 20) + 1));
        Answer transcript = uploads.put("/api/transcripts/large-3", new byte[(3 << 20) + 1], Map.of());
        Answer event = uploads.put("/api/transcripts/large-4", transcript(letters(2_000_000)), Map.of());

        // Then
        assertProblem(plain, 413, "recording-too-large");
        assertProblem(multipart, 413, "recording-too-large");
        assertProblem(transcript, 413, "transcript-too-large");
        assertProblem(event, 413, "event-too-large");
        assertThat(inside.states("large-1")).isEmpty();
        await().untilAsserted(() -> assertThat(spooled()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null", "{\"utterances\": []}", "{\"metadata\": {}, \"utterances\": []}"})
    void aTranscriptThatIsNoneIsRefused(String body) throws Exception {
        // When
        Answer answer = uploads.put("/api/transcripts/none-1", body.getBytes(StandardCharsets.UTF_8), Map.of());

        // Then
        assertProblem(answer, 400, "invalid-metadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=other"})
    void aMultipartBodyThatIsNoneIsRefused(String mediaType) throws Exception {
        // When
        Answer answer = uploads.put("/api/recordings/parts-1", audio(5_000), Map.of("Content-Type", mediaType));

        // Then
        assertProblem(answer, 400, "invalid-metadata");
        assertThat(inside.states("parts-1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "multipart/form-data; boundary=seam"})
    void anUploadThatBreaksOffLeavesNothing(String mediaType) throws Exception {
        // Given
        String head = "PUT /api/recordings/cut-1 HTTP/1.1\r\nHost: x\r\nX-Call-Started-At: 2026-10-12T11:05:00Z\r\n"
                + "Content-Type: " + mediaType + "\r\nContent-Length: 1000000\r\n\r\n--seam\r\n"
                + "Content-Disposition: form-data; name=\"audio\"; filename=\"x\"\r\n\r\n";

        // When
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(audio(200_000));
            socket.getOutputStream().flush();
            await().untilAsserted(() -> assertThat(spooled()).isNotEmpty());
        }

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(spooled()).isEmpty());
        assertThat(inside.states("cut-1")).isEmpty();
        assertThat(inside.events(Topics.RECORDED, "cut-1", CallRecorded.class)).isEmpty();
    }

    private CallRecorded onlyRecorded(String callId) {
        List<CallRecorded> events = inside.events(Topics.RECORDED, callId, CallRecorded.class);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private void assertSameAudio(AudioManifest manifest, byte[] audio) {
        Path copy = folder.resolve(manifest.uploadId());
        inside.copyAudio(manifest, copy);
        assertThat(copy).hasBinaryContent(audio);
    }

    private static void assertProblem(Answer answer, int status, String kind) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
        assertThat(answer.mediaType()).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:callscope:problem:" + kind);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }

    /** Files in the spool, at any depth. */
    private List<Path> spooled() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("spool"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] transcript(String text) {
        return ("{\"language\": \"en\", \"metadata\": {\"startedAt\": \"2026-10-12T11:05:00Z\"}, \"utterances\": [{\"party\":"
                        + " \"customer\", \"startMs\": 0, \"endMs\": 900, \"text\": \"" + text + "\"}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] audio(int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return content;
    }

    private static String letters(int count) {
        StringBuilder text = new StringBuilder();
        new Random(1).ints(count, 'a', 'z' + 1).forEach(letter -> text.append((char) letter));
        return text.toString();
    }
}
