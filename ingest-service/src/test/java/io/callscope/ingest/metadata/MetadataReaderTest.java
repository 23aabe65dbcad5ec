package io.callscope.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.callscope.ingest.metadata.MetadataException.FieldProblem;
import io.callscope.kit.config.Secret;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Direction;
import io.callscope.model.call.Party;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataReaderTest {
    private final CustomerKeys keys = new CustomerKeys(new Secret("0123456789abcdef"));
    private final MetadataReader reader =
            new MetadataReader(new StartTimes(ZoneId.of("Europe/Moscow")), new PhoneNumbers("RU"), keys, "ru");

    @Test
    void readsEveryField() {
        // Given
        String json = """
                {"startedAt": "2026-10-12 14:05", "agentId": "a-1", "agentName": "Анна", "team": "north",
                 "queue": "billing", "direction": "Inbound", "customerNumber": "8 916 555-01-23",
                 "product": "broadband", "language": "en-GB", "channels": ["customer", "AGENT"], "stage": "use",
                 "attributes": {"campaign": "autumn", "attempt": 2, "vip": true, "nothing": null}}
                """;

        // When
        CallMetadata read = reader.read(json);

        // Then
        assertThat(read.startedAt()).isEqualTo(Instant.parse("2026-10-12T11:05:00Z"));
        assertThat(read.agentId()).isEqualTo("a-1");
        assertThat(read.agentName()).isEqualTo("Анна");
        assertThat(read.team()).isEqualTo("north");
        assertThat(read.queue()).isEqualTo("billing");
        assertThat(read.direction()).isEqualTo(Direction.INBOUND);
        assertThat(read.customer()).isEqualTo(keys.ofNumber("+79165550123"));
        assertThat(read.product()).isEqualTo("broadband");
        assertThat(read.language()).isEqualTo("en");
        assertThat(read.channelParties()).containsExactly(Party.CUSTOMER, Party.AGENT);
        assertThat(read.stage()).isEqualTo("use");
        assertThat(read.attributes())
                .containsOnly(
                        java.util.Map.entry("campaign", "autumn"),
                        java.util.Map.entry("attempt", "2"),
                        java.util.Map.entry("vip", "true"));
    }

    @Test
    void everyFieldThatIsUnderstoodIsInTheList() {
        // Given
        List<String> components = java.util.Arrays.stream(CallMetadata.class.getRecordComponents())
                .map(component -> component.getName().replace("channelParties", "channels"))
                .filter(name -> !name.equals("customer"))
                .toList();

        // When
        // Then
        assertThat(MetadataReader.FIELDS).containsAll(components).contains("customerNumber", "customerId");
        assertThat(MetadataReader.FIELDS).hasSize(components.size() + 2);
    }

    @Test
    void fillsInTheSitesDefaults() {
        // When
        CallMetadata read = reader.read("{\"startedAt\": \"2026-10-12T11:05:00Z\", \"agentId\": \"  \"}");

        // Then
        assertThat(read.language()).isEqualTo("ru");
        assertThat(read.customer()).isNull();
        assertThat(read.agentId()).isNull();
        assertThat(read.channelParties()).isEmpty();
    }

    @Test
    void keepsUnknownFieldsUnderTheAttributes() {
        // When
        CallMetadata read =
                reader.read("{\"startedAt\": \"2026-10-12T11:05:00Z\", \"ivrPath\": \"1-2-2\", \"segment\": 7}");

        // Then
        assertThat(read.attributes()).containsEntry("ivrPath", "1-2-2").containsEntry("segment", "7");
    }

    @Test
    void aCustomersIdGoesBeforeHisNumber() {
        // When
        CallMetadata read = reader.read(
                "{\"startedAt\": \"2026-10-12T11:05:00Z\", \"customerId\": \"c-9\", \"customerNumber\": \"9165550123\"}");

        // Then
        assertThat(read.customer()).isEqualTo(keys.ofId("c-9"));
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        // Given
        String json = """
                {"startedAt": "soon", "direction": "sideways", "customerNumber": "no number 123456789",
                 "language": "русский", "channels": ["agent", "robot"], "team": {"a": 1}, "queue": ["b"],
                 "agentid": "a-1", "attributes": {"deep": {"x": 1}}, "nested": [1]}
                """;

        // When
        MetadataException error = failure(json);

        // Then
        assertThat(error.problems())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder(
                        "startedAt",
                        "direction",
                        "customerNumber",
                        "language",
                        "channels[1]",
                        "team",
                        "queue",
                        "agentid",
                        "attributes.deep",
                        "nested");
        assertThat(error.getMessage())
                .contains("agentid: unknown field; did you mean \"agentId\"?")
                .contains("channels[1]: \"robot\": expected one of agent, customer, unknown")
                .contains("direction: \"sideways\": expected one of inbound, outbound, internal")
                .doesNotContain("123456789");
    }

    @Test
    void saysThatTheStartIsRequired() {
        // When
        MetadataException error = failure("{}");

        // Then
        assertThat(error.problems()).extracting(FieldProblem::field).containsExactly("startedAt");
        assertThat(error).hasMessageContaining("is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{", "{\"startedAt\": }"})
    void refusesWhatIsNoObject(String json) {
        // When
        // Then
        assertThat(failure(json).problems()).extracting(FieldProblem::field).containsExactly("metadata");
    }

    @Test
    void refusesTextsThatNoDatabaseTakes() {
        // When
        MetadataException error = failure(
                "{\"startedAt\": \"2026-10-12T11:05:00Z\", \"team\": \"a\\u0000b\", \"attributes\": {\"x\": \"\\u0000\"}}");

        // Then
        assertThat(error.problems()).extracting(FieldProblem::field).containsExactlyInAnyOrder("team", "attributes.x");
    }

    @Test
    void refusesEndlessTexts() {
        // When
        MetadataException error =
                failure("{\"startedAt\": \"2026-10-12T11:05:00Z\", \"team\": \"%s\", \"note\": \"%s\"}"
                        .formatted("x".repeat(501), "y".repeat(100_000)));

        // Then
        assertThat(error.problems()).extracting(FieldProblem::field).containsExactlyInAnyOrder("team", "note");
        assertThat(Objects.requireNonNull(error.getMessage()).length()).isLessThan(300);
    }

    private MetadataException failure(String json) {
        return catchThrowableOfType(MetadataException.class, () -> reader.read(json));
    }
}
