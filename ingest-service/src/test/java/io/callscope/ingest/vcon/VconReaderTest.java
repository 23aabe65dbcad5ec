package io.callscope.ingest.vcon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.ingest.metadata.MetadataException.FieldProblem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VconReaderTest {
    private static final String HASH = "sha512-" + "A".repeat(86);
    private static final String HEAD =
            "\"vcon\": \"0.4.0\", \"uuid\": \"0192f3a0-6c1e-8b4a-9f10-5b1e2d3c4a5f\", \"created_at\": \"2026-10-12T11:00:00Z\"";
    private static final String PARTIES =
            "\"parties\": [{\"role\": \"agent\", \"name\": \"Anna\"}, {\"role\": \"customer\", \"tel\": \"tel:+79165550123\"}]";
    private static final String DIALOG =
            "\"type\": \"recording\", \"start\": \"2026-10-12T11:05:00Z\", \"duration\": 9.5, \"parties\": [1, 0]";
    private static final String SEGMENTS =
            "{\"segments\": [{\"start\": 0.25, \"end\": 1.5, \"text\": \"hello\", \"speaker\": 1,"
                    + " \"confidence\": 0.5, \"words\": [0]}, {\"start\": 2, \"end\": 3, \"text\": \"good day\", \"speaker\": \"agent\"}],"
                    + " \"words\": [{\"start\": 0.25, \"end\": 1.5, \"text\": \"hello\", \"confidence\": 0.5}],"
                    + " \"transcript\": {\"language\": \"en-US\", \"duration\": 9.5}, \"metadata\": {\"model\": \"other\"}}";

    @Test
    void readsATranscriptWithItsPartiesAndTimes() {
        // When
        VconCall call = read(vcon(DIALOG, analysis(SEGMENTS)));

        // Then
        assertThat(call.callId().value()).isEqualTo("0192f3a0-6c1e-8b4a-9f10-5b1e2d3c4a5f");
        JsonNode source = ((VconCall.Transcript) call.content()).source();
        assertThat(source.at("/metadata/startedAt").asText()).isEqualTo("2026-10-12T11:05:00Z");
        assertThat(source.at("/metadata/agentName").asText()).isEqualTo("Anna");
        assertThat(source.at("/metadata/customerNumber").asText()).isEqualTo("+79165550123");
        assertThat(source.at("/metadata/language").asText()).isEqualTo("en-US");
        assertThat(source.at("/metadata/channels").toString()).isEqualTo("[\"customer\",\"agent\"]");
        assertThat(source.path("asrModelId").asText()).isEqualTo("other");
        assertThat(source.path("durationMs").asInt()).isEqualTo(9_500);
        assertThat(source.at("/utterances/0").toString())
                .isEqualTo(
                        "{\"party\":\"customer\",\"startMs\":250,\"endMs\":1500,\"text\":\"hello\",\"confidence\":0.5,"
                                + "\"channel\":0,\"words\":[{\"startMs\":250,\"endMs\":1500,\"confidence\":0.5,\"text\":\"hello\"}]}");
        assertThat(source.at("/utterances/1/party").asText()).isEqualTo("agent");
        assertThat(source.at("/utterances/1/channel").asInt()).isEqualTo(1);
    }

    @Test
    void readsTheFormsOfEarlierDrafts() {
        // Given: JSON as a string, other names, empty objects that mean nothing
        String analysis = analysis("\"" + SEGMENTS.replace("\"", "\\\"") + "\"")
                .replace("\"encoding\"", "\"schema_version\": \"1\", \"mimetype\": \"application/json\", \"encoding\"")
                .replace("wtf_transcription", "transcript");
        String old = vcon(DIALOG, analysis)
                .replace("\"0.4.0\"", "\"0.0.1\", \"redacted\": {}, \"appended\": null, \"group\": []");

        // When
        VconCall call = read(old);

        // Then
        assertThat(((VconCall.Transcript) call.content()).source().path("utterances"))
                .hasSize(2);
    }

    @Test
    void prefersTheRecordingAndNamesWhatIsLeftOut() {
        // Given
        String dialogs = DIALOG + ", \"body\": \"UklGRg\", \"encoding\": \"base64url\"}, {" + DIALOG
                + ", \"url\": \"https://pbx.example/1\", \"content_hash\": \"" + HASH + "\"";

        // When
        VconCall call = read(vcon(dialogs, analysis(SEGMENTS)));

        // Then
        assertThat(call.content()).isEqualTo(new VconCall.Recording("UklGRg", "dialog[0].body", 2));
        assertThat(call.leftOut())
                .containsExactly(
                        "dialog[1]: its address is not fetched", "analysis[0]: its recording is recognised here");
    }

    @Test
    void fetchesNoAddress() {
        refuses(
                vcon(DIALOG + ", \"url\": \"https://pbx.example/1\", \"content_hash\": \"" + HASH + "\"", ""),
                "dialog",
                "addresses are not fetched");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "parties": [1, 0]         | "parties": [1, 2]                          | dialog[0].parties[1]       | has 2
            "parties": [1, 0]         | "parties": [[1], [0, -1]]                  | dialog[0].parties[1][1]    | has 2
            "parties": [1, 0]         | "parties": "both"                          | dialog[0].parties          | has 2
            "duration": 9.5           | "duration": -1                             | dialog[0].duration         | seconds
            "duration": 9.5           | "originator": 7                            | dialog[0].originator       | has 2
            "duration": 9.5           | "disposition": "busy"                      | dialog[0].disposition      | incomplete
            "duration": 9.5           | "body": "AA"                               | dialog[0]                  | together
            "duration": 9.5           | "body": "AA", "encoding": "hex"            | dialog[0].encoding         | base64url
            "duration": 9.5           | "url": "https://a.example/"                | dialog[0]                  | content_hash together
            "duration": 9.5           | "url": "http://a.example/", "content_hash": "sha256-AA" | dialog[0].url | https
            "duration": 9.5           | "url": "https://a.example/", "content_hash": ["md5-AA"] | dialog[0].content_hash | sha512-
            "type": "recording"       | "type": "incomplete"                       | dialog[0].disposition      | busy
            "type": "recording"       | "type": "recording-set"                    | dialog[0].recordings       | required
            "type": "recording"       | "type": "opus"                             | dialog[0].type             | recording
            "2026-10-12T11:05:00Z"    | "yesterday"                                | dialog[0].start            | a time
            "0.4.0"                   | "9.1"                                      | vcon                       | 0.4.0
            "0.4.0"                   | "0.4.0", "critical": ["CC", "lawful"]      | critical                   | not understood
            "0.4.0"                   | "0.4.0", "must_support": ["lawful"]        | critical                   | not understood
            "0.4.0"                   | "0.4.0", "redacted": {"type": "x"}, "amended": {"uuid": "y"} | redacted | at most one
            "0.4.0"                   | "0.4.0", "redacted_from": {"uuid": "y"}    | redacted.type              | required
            0192f3a0-6c1e             | 0192f3a0                                   | uuid                       | UUID
            "created_at"              | "created"                                  | created_at                 | a time
            "vendor": "v"             | "vendor": 1                                | analysis[0].vendor         | required
            "dialog": 0               | "dialog": 1                                | analysis[0].dialog         | has 1
            "start": 0.25             | "start": -1                                | analysis[0].body.segments[0] | seconds
            "speaker": 1              | "speaker": 5                               | analysis[0].body.segments[0].speaker | has 2
            "speaker": 1              | "channel": 2                               | analysis[0].body.segments[0].channel | of the 2
            "words": [0]              | "words": [9]                               | analysis[0].body.segments[0].words[0] | place
            "text": "good day"        | "text": 7                                  | analysis[0].body.segments[1].text | what was said
            """)
    void namesThePlaceThatIsWrong(String right, String wrong, String field, String message) {
        // Given
        String vcon = vcon(DIALOG, analysis(SEGMENTS));
        assertThat(vcon).contains(right);

        // When, Then
        refuses(vcon.replaceFirst(java.util.regex.Pattern.quote(right), wrong), field, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"payload": "e30", "signatures": []}      | signed vCon (JWS)
            {"ciphertext": "e30", "recipients": []}   | encrypted vCon (JWE)
            []                                        | a JSON object
            {"uuid":                                  | no valid JSON
            """)
    void refusesFormsThatItDoesNotOpen(String body, String message) {
        refuses(body, "body", message);
    }

    private static void refuses(String vcon, String field, String message) {
        VconException refusal = catchThrowableOfType(VconException.class, () -> read(vcon));
        assertThat(refusal).as(vcon).isNotNull();
        assertThat(refusal.problems()).extracting(FieldProblem::field).contains(field);
        assertThat(refusal.getMessage())
                .contains(message)
                .doesNotContain("79165550123")
                .doesNotContain("hello");
    }

    private static VconCall read(String vcon) {
        return VconReader.read(vcon.getBytes(StandardCharsets.UTF_8));
    }

    private static String vcon(String dialog, String analysis) {
        return "{%s, %s, \"dialog\": [{%s}], \"analysis\": [%s]}".formatted(HEAD, PARTIES, dialog, analysis);
    }

    private static String analysis(String body) {
        return "{\"type\": \"wtf_transcription\", \"vendor\": \"v\", \"dialog\": 0, \"encoding\": \"json\", \"body\": "
                + body + "}";
    }
}
