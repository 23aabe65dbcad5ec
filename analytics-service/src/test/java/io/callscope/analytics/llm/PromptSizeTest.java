package io.callscope.analytics.llm;

import static io.callscope.analytics.llm.LlmFixtures.CODEBOOK;
import static io.callscope.analytics.llm.LlmFixtures.PROMPTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.prompt.TokenEstimate;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped demo calls with the shipped codebook: how many tokens a question takes, by estimate. */
class PromptSizeTest {
    private static final Path DEMO = Path.of("..", "deploy", "demo");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int WINDOW = 8_192;

    @ParameterizedTest
    @CsvSource({"transcripts, ru, 30", "spoken, en, 24"})
    void everyDemoCallFitsEightThousandTokensInOneWindow(String folder, String language, int calls)
            throws IOException, InterruptedException {
        // Given
        List<CallTranscribed> demo = demo(DEMO.resolve(folder).resolve("truth.jsonl"), language);
        int greatest = 0;

        // When
        for (CallTranscribed call : demo) {
            ScriptedModel model = ScriptedModel.deaf();
            ModelHeard heard =
                    LlmFixtures.classifier(model, LlmTaskSettings.defaults()).hear(call);
            assertThat(heard.windows()).as(call.callId().value()).isOne();
            for (Question question : model.asked()) {
                greatest = Math.max(greatest, tokens(question));
            }
        }

        // Then
        assertThat(demo).hasSize(calls);
        assertThat(greatest).isBetween(2_000, WINDOW);
    }

    @ParameterizedTest
    @CsvSource({"ru", "en"})
    void allCodesAreAskedAboutOnce(String language) throws InterruptedException {
        // Given
        ScriptedModel model = ScriptedModel.deaf();
        CallTranscribed call = LlmFixtures.call(language, "О hello", "К good day to you where is my order");

        // When
        LlmFixtures.classifier(model, LlmTaskSettings.defaults()).hear(call);

        // Then
        List<String> asked = new ArrayList<>();
        for (Question question : model.asked()) {
            question.schema()
                    .at("/properties/marks/items/properties/code/enum")
                    .forEach(code -> asked.add(code.asText()));
        }
        assertThat(asked)
                .containsExactlyInAnyOrderElementsOf(
                        CODEBOOK.codes().stream().map(code -> code.id()).toList());
        assertThat(PROMPTS).containsKey(language);
    }

    private static int tokens(Question question) {
        return TokenEstimate.of(question.system())
                + TokenEstimate.of(question.user())
                + TokenEstimate.of(question.schema().toString())
                + question.maxAnswerTokens();
    }

    static List<CallTranscribed> demo(Path file, String language) throws IOException {
        List<CallTranscribed> calls = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode call = JSON.readTree(line);
            List<Utterance> utterances = new ArrayList<>();
            for (JsonNode said : call.get("utterances")) {
                utterances.add(CallFixtures.utterance(
                        utterances.size(),
                        Party.ofId(said.get("party").asText()),
                        said.path("startMs").asLong(utterances.size() * 1_000L),
                        said.get("text").asText()));
            }
            calls.add(LlmFixtures.call(
                    new Transcript(language, TranscriptSource.IMPORTED, "demo", null, 0, 2, utterances)));
        }
        return calls;
    }
}
