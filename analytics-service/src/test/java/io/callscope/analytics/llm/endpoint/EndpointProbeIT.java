package io.callscope.analytics.llm.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.callscope.analytics.llm.LanguageModels;
import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.budget.Purse;
import io.callscope.analytics.llm.script.Reply;
import io.callscope.analytics.llm.script.ScriptedEndpoint;
import io.callscope.kit.config.ConfigException;
import io.callscope.kit.config.Secret;
import io.callscope.model.call.CallId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointProbeIT {
    @ParameterizedTest
    @CsvSource({"0, SCHEMA", "1, OBJECT", "2, WORDS"})
    void takesTheStrictestFormThatTheEndpointUnderstands(int refused, AnswerForm expected) throws Exception {
        // Given an endpoint that refuses the first forms
        try (ScriptedEndpoint endpoint = ScriptedEndpoint.start((number, body) -> number <= refused
                ? Reply.of(400, "{\"error\":{\"message\":\"response_format\"}}")
                : Reply.answer("{}"))) {
            OpenAiEndpoint open = new OpenAiEndpoint(LlmConfig.of(endpoint.baseUrl(), "m"), Clock.systemUTC());

            // When
            AnswerForm form = open.probe();
            open.ask(question());

            // Then the question is asked in that form, and the schema reaches the model in every one
            String asked = endpoint.bodies().get(refused + 1);
            assertThat(form).isEqualTo(expected);
            assertThat(asked).contains("a-word-of-the-schema");
            assertThat(asked.contains("json_schema")).isEqualTo(expected == AnswerForm.SCHEMA);
            assertThat(asked.contains("json_object")).isEqualTo(expected == AnswerForm.OBJECT);
        }
    }

    @Test
    void theTranscriptComesBeforeTheInstructionAndNothingIsSentTwice() throws Exception {
        // Given
        try (ScriptedEndpoint endpoint = ScriptedEndpoint.start((number, body) -> Reply.answer("{}"))) {
            OpenAiEndpoint open = new OpenAiEndpoint(LlmConfig.of(endpoint.baseUrl(), "m"), Clock.systemUTC());

            // When
            open.ask(question());

            // Then
            String asked = endpoint.bodies().get(1);
            assertThat(asked.indexOf("TRANSCRIPT")).isPositive().isLessThan(asked.indexOf("INSTRUCTION"));
            assertThat(asked.indexOf("TRANSCRIPT")).isEqualTo(asked.lastIndexOf("TRANSCRIPT"));
            assertThat(asked).contains("\"temperature\"", "\"seed\"").doesNotContain("c-17");
        }
    }

    @Test
    void eachVoteIsDrawnWithItsOwnSeed() throws Exception {
        // Given
        try (ScriptedEndpoint endpoint = ScriptedEndpoint.start((number, body) -> Reply.answer("{}"))) {
            OpenAiEndpoint open = new OpenAiEndpoint(LlmConfig.of(endpoint.baseUrl(), "m"), Clock.systemUTC());

            // When
            open.ask(question());
            open.ask(question().withVote(1));
            open.ask(question().withVote(2));

            // Then: the first request is the probe
            JsonNode first = new ObjectMapper().readTree(endpoint.bodies().get(1));
            JsonNode second = new ObjectMapper().readTree(endpoint.bodies().get(2));
            JsonNode third = new ObjectMapper().readTree(endpoint.bodies().get(3));
            assertThat(first.path("temperature").asDouble()).isZero();
            assertThat(second.path("temperature").asDouble()).isEqualTo(0.7);
            assertThat(second.path("seed").asInt()).isEqualTo(1);
            assertThat(third.path("seed").asInt()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void aWrongKeyOrModelIsRefusedAtStartInTheEndpointsOwnWordsWithoutTheKey(int status) throws Exception {
        // Given
        try (ScriptedEndpoint endpoint = ScriptedEndpoint.start((number, body) ->
                Reply.of(status, "{\"error\":{\"message\":\"no model m for the key hush-hush-1234\"}}"))) {
            LlmConfig config = new LlmConfig(
                    endpoint.baseUrl(),
                    "m",
                    new Secret("hush-hush-1234"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);

            // When
            // Then
            assertThatThrownBy(
                            () -> LanguageModels.open(config, Purse.OPEN, new SimpleMeterRegistry(), Clock.systemUTC()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("status " + status)
                    .hasMessageContaining("no model m for the key ***")
                    .hasMessageNotContaining("hush-hush");
            assertThat(config.toString()).doesNotContain("hush-hush");
        }
    }

    @Test
    void anEndpointThatIsAwayIsNoReasonNotToStart() throws Exception {
        // Given
        URI nobody;
        try (ScriptedEndpoint closed = ScriptedEndpoint.start((number, body) -> Reply.answer("{}"))) {
            nobody = closed.baseUrl();
        }

        // When
        // Then
        assertThat(LanguageModels.open(
                                LlmConfig.of(nobody, "m"), Purse.OPEN, new SimpleMeterRegistry(), Clock.systemUTC())
                        .id())
                .isEqualTo("m");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com/v1",
                "http://8.8.8.8/v1",
                "http://172.32.0.1/v1",
                "http://[2001:db8::1]/v1"
            })
    void wordsOfCallsDoNotLeaveTheSiteByAccident(String address) {
        assertThatThrownBy(() -> LlmConfig.of(URI.create(address), "m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mayLeaveSite");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8000/v1",
                "http://localhost/v1",
                "http://10.1.2.3/v1",
                "http://172.16.0.9/v1",
                "http://llm:8000/v1",
                "http://gpu.corp.internal/v1",
                "http://[::1]:8000/v1"
            })
    void hostsOfTheSiteNeedNoSwitch(String address) {
        assertThat(LlmConfig.of(URI.create(address), "m").mayLeaveSite()).isFalse();
    }

    private static Question question() {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object").put("description", "a-word-of-the-schema");
        return new Question(
                new CallId("c-17"), "0", "reason", "0", "system", "TRANSCRIPT ", "INSTRUCTION", schema, 100);
    }
}
