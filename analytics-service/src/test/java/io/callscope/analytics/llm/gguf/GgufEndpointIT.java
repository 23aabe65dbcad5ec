package io.callscope.analytics.llm.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.analytics.llm.LanguageModels;
import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.llm.ask.Answer;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.budget.Purse;
import io.callscope.analytics.llm.endpoint.EndpointException;
import io.callscope.kit.config.ConfigException;
import io.callscope.model.call.CallId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real llama.cpp on a model of random weights. */
class GgufEndpointIT {
    private static final int CONTEXT = 1024;

    @TempDir
    private static Path folder;

    private static Path file;

    @BeforeAll
    static void writeModel() throws Exception {
        file = TinyGguf.write(folder.resolve("tiny.gguf"));
    }

    @Test
    void evenAModelThatKnowsNothingAnswersInTheFormThatIsAskedFor() throws Exception {
        // Given
        try (GgufEndpoint endpoint = new GgufEndpoint("tiny", file, CONTEXT, Duration.ofMinutes(1))) {
            // When a question is asked whose words need every kind of escaping
            Answer answer = endpoint.ask(question("Он сказал: \"нет\" \\ — и ушёл…", words(), 64));

            // Then
            JsonNode said = new ObjectMapper().readTree(answer.text());
            assertThat(said.get("word").asText()).isIn("red", "зелёный");
            assertThat(said.get("number").asInt()).isBetween(0, 3);
            assertThat(answer.usage().input()).isGreaterThan(30);
            assertThat(answer.usage().output()).isBetween(10, 64);
            assertThat(answer.usage().estimated()).isFalse();
            assertThat(answer.paidRequests()).isEqualTo(1);
        }
    }

    @Test
    void theSameQuestionHasTheSameAnswerWhateverWasAskedBetween() throws Exception {
        // Given
        try (GgufEndpoint endpoint = new GgufEndpoint("tiny", file, CONTEXT, Duration.ofMinutes(1))) {
            Answer first = endpoint.ask(question("one", words(), 64));

            // When
            endpoint.ask(question("two", words(), 64));

            // Then
            assertThat(endpoint.ask(question("one", words(), 64)).text()).isEqualTo(first.text());
        }
    }

    @Test
    void anAnswerThatDoesNotEndIsCutOffAndSaysSo() {
        // Given a form that has no end: a list that may go on
        ObjectNode endless = object();
        endless.withObject("properties")
                .putObject("list")
                .put("type", "array")
                .put("minItems", 500)
                .putObject("items")
                .put("type", "boolean");
        endless.withArray("required").add("list");
        try (GgufEndpoint endpoint = new GgufEndpoint("tiny", file, CONTEXT, Duration.ofMinutes(1))) {
            // When
            // Then
            assertThatThrownBy(() -> endpoint.ask(question("one", endless, 20)))
                    .isInstanceOfSatisfying(
                            LlmFailedException.class,
                            e -> assertThat(e.failure()).isEqualTo(LlmFailure.CUT_OFF));
        }
    }

    @Test
    void aPromptThatDoesNotFitIsRefusedWithItsFigures() {
        // Given
        try (GgufEndpoint endpoint = new GgufEndpoint("tiny", file, CONTEXT, Duration.ofMinutes(1))) {
            // When
            // Then it is not silently cut, which is what llama.cpp does
            assertThatThrownBy(() -> endpoint.ask(question("x".repeat(CONTEXT), words(), 64)))
                    .isInstanceOfSatisfying(
                            EndpointException.class,
                            e -> assertThat(e.kind()).isEqualTo(EndpointException.Kind.TOO_LONG))
                    .hasMessageContaining("up to 64 of answer: at most 1024 fit");
        }
    }

    @Test
    void anAnswerThatTakesTooLongFailsAndTheNextQuestionIsAnswered() throws Exception {
        // Given a model that may take no time at all
        try (GgufEndpoint endpoint = new GgufEndpoint("tiny", file, CONTEXT, Duration.ofMillis(1))) {
            // When
            // Then
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(() -> endpoint.ask(question("one", words(), 64)))
                        .isInstanceOfSatisfying(
                                LlmFailedException.class,
                                e -> assertThat(e.failure()).isEqualTo(LlmFailure.TOO_SLOW));
            }
        }
    }

    @Test
    void manyAskAtOnceAndOneOfThemGivesUp() throws Exception {
        // Given
        ExecutorService askers = Executors.newFixedThreadPool(5);
        try (GgufEndpoint endpoint = new GgufEndpoint("tiny", file, CONTEXT, Duration.ofMinutes(1))) {
            Callable<Answer> asks = () -> endpoint.ask(question("one", words(), 64));

            // When
            List<Future<Answer>> answers =
                    List.of(askers.submit(asks), askers.submit(asks), askers.submit(asks), askers.submit(asks));
            askers.submit(asks).cancel(true);

            // Then
            String expected = answers.get(0).get().text();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().text()).isEqualTo(expected);
            }
        } finally {
            askers.shutdownNow();
        }
    }

    @Test
    void theVersionNamesTheFilesContents() throws Exception {
        // Given
        Path other = folder.resolve("other.gguf");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(other, bytes);
        try (GgufEndpoint one = new GgufEndpoint("tiny", file, CONTEXT, Duration.ofMinutes(1));
                GgufEndpoint two = new GgufEndpoint("tiny", other, CONTEXT, Duration.ofMinutes(1))) {
            // When
            // Then
            assertThat(one.parameters()).isNotEqualTo(two.parameters()).contains("gguf=", "context=1024");
        }
    }

    @Test
    void aFileThatIsNoModelStopsTheServiceWithItsName() throws Exception {
        // Given
        Path cut = folder.resolve("cut.gguf");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        Path text = Files.writeString(folder.resolve("text.gguf"), "no model at all");

        // When
        // Then
        assertRefused(cut, "llama.cpp says");
        assertRefused(text, "expected a GGUF file, it is of another kind");
        assertRefused(folder.resolve("none.gguf"), "expected a GGUF file, there is none");
    }

    private static void assertRefused(Path path, String why) {
        assertThatThrownBy(() -> LanguageModels.open(
                        LlmConfig.of(path.toUri(), "tiny"), Purse.OPEN, new SimpleMeterRegistry(), Clock.systemUTC()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining(why);
    }

    private static Question question(String transcript, ObjectNode schema, int mostTokens) {
        return new Question(
                new CallId("c-17"), "t", "probe", "p", "Answer in JSON.", transcript, " Which?", schema, mostTokens);
    }

    private static ObjectNode words() {
        ObjectNode schema = object();
        schema.withObject("properties")
                .putObject("word")
                .put("type", "string")
                .putArray("enum")
                .add("red")
                .add("зелёный");
        schema.withObject("properties")
                .putObject("number")
                .put("type", "integer")
                .putArray("enum")
                .add(0)
                .add(1)
                .add(2)
                .add(3);
        schema.withArray("required").add("word").add("number");
        return schema;
    }

    private static ObjectNode object() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object").put("additionalProperties", false);
        schema.putObject("properties");
        schema.putArray("required");
        return schema;
    }
}
