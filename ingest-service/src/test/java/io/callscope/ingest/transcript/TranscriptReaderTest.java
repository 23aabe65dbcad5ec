package io.callscope.ingest.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.callscope.ingest.metadata.MetadataException;
import io.callscope.ingest.metadata.MetadataException.FieldProblem;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptReaderTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void putsUtterancesInOrderOfTime() throws Exception {
        // When
        Transcript read = read("""
                {"asrModelId": "other-asr", "durationMs": 9000, "utterances": [
                  {"party": "agent", "startMs": 3000, "endMs": 4000, "text": "сейчас проверю", "confidence": 0.5},
                  {"party": "customer", "startMs": 0, "endMs": 2500, "text": "почему так долго", "channel": 0,
                   "words": [{"text": "почему", "startMs": 0, "endMs": 600, "confidence": 0.9}]}]}
                """);

        // Then
        Word word = new Word("почему", 0, 600, 0.9);
        assertThat(read)
                .isEqualTo(new Transcript(
                        "ru",
                        TranscriptSource.IMPORTED,
                        "other-asr",
                        null,
                        9_000,
                        2,
                        List.of(
                                new Utterance(0, 0, Party.CUSTOMER, 0, 2_500, "почему так долго", null, List.of(word)),
                                new Utterance(1, 1, Party.AGENT, 3_000, 4_000, "сейчас проверю", 0.5, List.of()))));
    }

    @Test
    void aCallIsAsLongAsItsLastUtterance() throws Exception {
        // When
        Transcript read = read(
                "{\"durationMs\": 5, \"utterances\": [{\"party\": \"agent\", \"startMs\": 0, \"endMs\": 700, \"text\": \"да\"}]}");

        // Then
        assertThat(read.durationMs()).isEqualTo(700);
        assertThat(read.asrModelId()).isEqualTo("imported");
    }

    @Test
    void namesEveryWrongUtteranceAndNoWordOfTheCall() {
        // When
        MetadataException error = failure("""
                {"utterances": [
                  {"party": "почему так долго", "startMs": 0, "endMs": 1, "text": "x"},
                  {"party": "agent", "startMs": "почему", "endMs": 1, "text": "почему"},
                  {"party": "agent", "startMs": 5, "endMs": 1, "text": "почему"},
                  {"party": "agent", "startMs": 0, "endMs": 1, "text": ["почему"]},
                  {"party": "agent", "startMs": 0, "endMs": 1, "text": "почему", "confidence": 7},
                  {"party": "agent", "startMs": 0, "endMs": 1, "text": "почему", "channel": -2},
                  {"party": "agent", "startMs": 0, "endMs": 1, "text": "почему", "words": [{"text": "почему"}]},
                  {"party": "agent", "startMs": 0, "endMs": 1, "text": "поч\\u0000ему"},
                  "почему",
                  {"party": "agent", "startMs": 0, "endMs": 1, "text": "хорошо"}]}
                """);

        // Then
        assertThat(error.problems())
                .extracting(FieldProblem::field)
                .containsExactly(
                        "utterances[0]",
                        "utterances[1]",
                        "utterances[2]",
                        "utterances[3]",
                        "utterances[4]",
                        "utterances[5]",
                        "utterances[6]",
                        "utterances[7]",
                        "utterances[8]");
        assertThat(error.getMessage()).doesNotContain("почему").doesNotContain("поч");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"utterances\": null}", "{\"utterances\": {}}", "{\"utterances\": \"text\"}"})
    void refusesABodyWithoutUtterances(String json) {
        // When
        // Then
        assertThat(failure(json).problems()).extracting(FieldProblem::field).containsExactly("utterances");
    }

    @Test
    void anEmptyCallIsACall() throws Exception {
        // When
        Transcript read = read("{\"utterances\": []}");

        // Then
        assertThat(read.utterances()).isEmpty();
        assertThat(read.channelCount()).isZero();
    }

    private static Transcript read(String json) throws Exception {
        return TranscriptReader.read(JSON.readTree(json), "ru");
    }

    private static MetadataException failure(String json) {
        return catchThrowableOfType(MetadataException.class, () -> read(json));
    }
}
