package io.callscope.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallTranscribed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
    static List<Record> samples() {
        return List.copyOf(Samples.bySchema().values());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsBackWhatItWrote(Record event) {
        // When
        Record read = EventJson.read(EventJson.write(event), event.getClass());

        // Then
        assertThat(read).isEqualTo(event);
    }

    @Test
    void namesThePathOfAnUnknownWordAndNotTheWord() {
        // Given
        String json = text(EventJson.write(Samples.analyzed())).replace("\"fair-treatment\"", "\"secret-word\"");

        // When
        // Then
        assertThatThrownBy(() -> read(json, CallAnalyzed.class))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage("not a CallAnalyzed at analysis.marks[0].force")
                .hasNoCause();
    }

    @Test
    void namesThePathOfAWrongTypeAndNotItsContent() {
        // Given
        String json = text(EventJson.write(Samples.transcribed())).replace("\"endMs\":2000", "\"endMs\":\"почему\"");

        // When
        // Then
        assertThatThrownBy(() -> read(json, CallTranscribed.class))
                .hasMessage("not a CallTranscribed at transcript.utterances[0].endMs")
                .hasNoCause();
    }

    @Test
    void doesNotRepeatAnAttributesName() {
        // Given
        String json = text(EventJson.write(Samples.recorded()))
                .replace("{\"campaign\":\"autumn\"}", "{\"+79165550123\":{\"deep\":1}}");

        // When
        // Then
        assertThatThrownBy(() -> read(json, CallRecorded.class))
                .hasMessage("not a CallRecorded at metadata.attributes.*")
                .hasNoCause();
    }

    @Test
    void takesAMissingNumberForAMistake() {
        // Given
        String json = text(EventJson.write(Samples.recorded())).replace("\"partition\":3,", "");

        // When
        // Then
        assertThatThrownBy(() -> read(json, CallRecorded.class))
                .hasMessage("not a CallRecorded at audio.partition")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "почему", "\"почему так долго\"", "{\"callId\":\"почему\"}", "17"})
    void refusesWhatIsNoEventWithoutQuotingIt(String json) {
        // When
        // Then
        assertThatThrownBy(() -> read(json, CallRecorded.class))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageStartingWith("not a CallRecorded")
                .hasMessageNotContaining("почему")
                .hasNoCause();
    }

    private static <T> T read(String json, Class<T> type) {
        return EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
