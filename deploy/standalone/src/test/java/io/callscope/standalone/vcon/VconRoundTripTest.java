package io.callscope.standalone.vcon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallDetail.StoredTranscript;
import io.callscope.analytics.store.CallEntry;
import io.callscope.analytics.vcon.RecordingReference;
import io.callscope.analytics.vcon.VconDocument;
import io.callscope.ingest.metadata.CustomerKeys;
import io.callscope.ingest.metadata.MetadataReader;
import io.callscope.ingest.metadata.PhoneNumbers;
import io.callscope.ingest.metadata.StartTimes;
import io.callscope.ingest.recording.IntakeOutcome;
import io.callscope.ingest.recording.RecordingRegistry;
import io.callscope.ingest.recording.Spool;
import io.callscope.ingest.transcript.TranscriptIntake;
import io.callscope.ingest.vcon.VconIntake;
import io.callscope.kit.config.Secret;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.CustomerRef;
import io.callscope.model.call.Direction;
import io.callscope.model.call.Party;
import io.callscope.model.json.EventJson;
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.transcript.CallImported;
import io.callscope.model.transcript.Parties;
import io.callscope.model.transcript.RoleSource;
import io.callscope.model.transcript.Separation;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written as a vCon comes back as the same call. */
class VconRoundTripTest {
    private static final Instant STARTED = Instant.parse("2026-10-12T11:05:00.250Z");
    private static final RecordingReference REFERENCE =
            RecordingReference.of(URI.create("https://callscope.example.org/api/calls/c-1/audio"), new byte[64]);

    private final List<CallImported> published = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void aCallOfTwoChannelsComesBackWithItsWordsPartiesAndTimes() throws Exception {
        // Given
        CallDetail call = call(List.of(Party.CUSTOMER, Party.AGENT), 2);

        // When
        VconIntake.Taken taken = intake().accept(EventJson.write(VconDocument.of(call, Optional.of(REFERENCE))));

        // Then
        assertThat(taken.callId()).isEqualTo(new CallId("c-1"));
        assertThat(taken.outcome()).isInstanceOf(IntakeOutcome.Accepted.class);
        assertThat(taken.leftOut()).containsExactly("dialog[0]: its address is not fetched");
        assertSame(call, published.get(0));
    }

    @Test
    void aCallOfOneChannelDoesToo() throws Exception {
        // Given
        CallDetail call = call(List.of(), 1);

        // When
        intake().accept(EventJson.write(VconDocument.of(call, Optional.empty())));

        // Then
        assertThat(published.get(0).transcript().utterances())
                .isEqualTo(call.transcript().transcript().utterances());
    }

    @Test
    void whatIsWrittenKeepsToTheSchemaAndSaysNothingOfTheCustomersKey() throws Exception {
        // When
        for (Optional<RecordingReference> recording :
                List.of(Optional.of(REFERENCE), Optional.<RecordingReference>empty())) {
            for (CallDetail call :
                    List.of(call(List.of(), 1), call(List.of(Party.CUSTOMER, Party.AGENT), 2), unheard())) {
                JsonNode vcon =
                        JsonMapper.builder().build().readTree(EventJson.write(VconDocument.of(call, recording)));

                // Then
                assertThat(schema().validate(vcon)).isEmpty();
                assertThat(vcon.toString()).doesNotContain("a".repeat(64)).doesNotContain("0123");
                assertThat(UUID.fromString(vcon.path("uuid").asText()).version())
                        .isEqualTo(8);
                assertThat(vcon)
                        .isEqualTo(JsonMapper.builder()
                                .build()
                                .readTree(EventJson.write(VconDocument.of(call, recording))));
            }
        }
    }

    private static void assertSame(CallDetail call, CallImported event) {
        Transcript before = call.transcript().transcript();
        assertThat(event.transcript().utterances()).isEqualTo(before.utterances());
        assertThat(event.transcript().durationMs()).isEqualTo(before.durationMs());
        assertThat(event.transcript().channelCount()).isEqualTo(before.channelCount());
        assertThat(event.transcript().language()).isEqualTo(before.language());
        assertThat(event.transcript().asrModelId()).isEqualTo(before.asrModelId());
        CallMetadata metadata = call.entry().metadata();
        assertThat(event.metadata())
                .isEqualTo(new CallMetadata(
                        metadata.startedAt(),
                        metadata.agentId(),
                        metadata.agentName(),
                        metadata.team(),
                        metadata.queue(),
                        metadata.direction(),
                        null,
                        metadata.product(),
                        metadata.language(),
                        metadata.channelParties(),
                        metadata.stage(),
                        metadata.attributes()));
    }

    private static CallDetail unheard() {
        CallEntry entry =
                new CallEntry(new CallId("c-2"), null, null, null, STARTED, null, null, null, null, null, null, null);
        return new CallDetail(entry, null, null, null, null, List.of());
    }

    private static CallDetail call(List<Party> channels, int count) {
        CallMetadata metadata = new CallMetadata(
                STARTED,
                "a-201",
                "Анна",
                "Север",
                "orders",
                Direction.INBOUND,
                new CustomerRef("a".repeat(64), "0123"),
                "delivery",
                "ru",
                channels,
                "payment",
                Map.of("campaign", "autumn"));
        Word word = new Word("здравствуйте", 333, 1_001, 0.875);
        List<Utterance> utterances = List.of(
                new Utterance(0, 0, Party.CUSTOMER, 333, 1_001, "здравствуйте", 0.875, List.of(word)),
                new Utterance(1, count - 1, Party.AGENT, 1_100, 2_999, "ваш номер [phone]", 0.5, List.of()),
                new Utterance(2, 0, Party.UNKNOWN, 3_001, 3_050, "да", null, List.of()));
        Transcript transcript = new Transcript(
                "ru",
                TranscriptSource.RECOGNISED,
                "model@balanced",
                null,
                4_567,
                count,
                "1",
                new Parties(Separation.CHANNELS, RoleSource.METADATA, null),
                List.of(),
                utterances);
        CallEntry entry = new CallEntry(
                new CallId("c-1"), metadata, STARTED, null, STARTED, STARTED, null, STARTED, null, "h", 4_567L, null);
        return new CallDetail(
                entry,
                new StoredTranscript(transcript, transcript.hash(), STARTED, 5, List.of(), null),
                null,
                null,
                null,
                List.of());
    }

    private VconIntake intake() throws Exception {
        MetadataReader metadata = new MetadataReader(
                new StartTimes(ZoneId.of("Europe/Moscow")),
                new PhoneNumbers("RU"),
                new CustomerKeys(new Secret("sixteen bytes or more")),
                "en");
        TranscriptIntake transcripts = new TranscriptIntake(
                metadata,
                new InMemoryRegistry(),
                (topic, callId, event) -> published.add((CallImported) event),
                Clock.systemUTC(),
                UUID::randomUUID);
        return new VconIntake(metadata, new Spool(folder, 1_000), null, transcripts);
    }

    private static Schema schema() throws Exception {
        try (InputStream in = EventJson.class.getResourceAsStream("/schema/vcon.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JsonMapper.builder().build().readTree(in));
        }
    }

    /** Forgets when the test ends. */
    private static final class InMemoryRegistry implements RecordingRegistry {
        private final Map<CallId, Entry> entries = new HashMap<>();

        @Override
        public Entry claim(CallId callId, Kind kind, String sha256, long bytes, String uploadId) {
            return entries.computeIfAbsent(callId, any -> new Entry(false, kind, sha256, null));
        }

        @Override
        public void published(CallId callId, String uploadId, @Nullable AudioManifest manifest) {
            entries.computeIfPresent(callId, (id, entry) -> new Entry(true, entry.kind(), entry.sha256(), manifest));
        }
    }
}
