package io.callscope.analytics.llm.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.llm.ask.Answer;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.ask.TokenUsage;
import io.callscope.analytics.llm.endpoint.EndpointException.Kind;
import io.callscope.analytics.llm.prompt.TokenEstimate;
import io.callscope.model.call.CallId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Any endpoint of OpenAI's chat completions, through LangChain4j. Which form of answer it understands is found out with a
 * tiny request before the first question. Thread-safe.
 */
public final class OpenAiEndpoint implements Endpoint {
    private static final Logger LOGGER = LoggerFactory.getLogger(OpenAiEndpoint.class);
    private static final int SEED = 20_260_101;
    private static final int PROBE_TOKENS = 32;

    private final LlmConfig config;
    private final ChatModel chat;
    private @Nullable AnswerForm form;

    public OpenAiEndpoint(LlmConfig config, Clock clock) {
        this.config = config;
        String key = config.apiKey() == null ? null : config.apiKey().reveal();
        EndpointHttp http = new EndpointHttp(config.connectTimeout(), config.timeout(), key, clock);
        this.chat = OpenAiChatModel.builder()
                .httpClientBuilder(new EndpointHttpBuilder(http, config.connectTimeout(), config.timeout()))
                .baseUrl(config.baseUrl().toString())
                // the library wants one; endpoints without keys do not look at it
                .apiKey(key == null ? "none" : key)
                .modelName(config.model())
                .temperature(0.0)
                .seed(SEED)
                .strictJsonSchema(true)
                .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    /**
     * Finds out which form of answer it understands, unless that is known.
     *
     * @throws EndpointException when it cannot be found out
     */
    public synchronized AnswerForm probe() throws InterruptedException {
        while (form == null) {
            form = probed();
        }
        return form;
    }

    private AnswerForm probed() throws InterruptedException {
        EndpointException refused = null;
        for (AnswerForm candidate : AnswerForm.values()) {
            try {
                send(tiny(), candidate);
                return taken(candidate);
            } catch (LlmFailedException answered) {
                // it took the form; that a tiny answer was cut off or empty says nothing against it
                return taken(candidate);
            } catch (EndpointException e) {
                if (e.kind() != Kind.BAD_REQUEST) {
                    throw e;
                }
                refused = e;
            }
        }
        throw new EndpointException(
                Kind.NOT_CONFIGURED,
                "refuses the smallest request: " + (refused == null ? "" : refused.getMessage()),
                null,
                refused);
    }

    private AnswerForm taken(AnswerForm found) {
        LOGGER.atLevel(found == AnswerForm.SCHEMA ? Level.INFO : Level.WARN)
                .addKeyValue("model", config.model())
                .addKeyValue("form", found.id())
                .log(
                        found == AnswerForm.SCHEMA
                                ? "endpoint takes JSON schemas"
                                : "endpoint takes no JSON schema: answers are only checked afterwards");
        return found;
    }

    private static Question tiny() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.putObject("properties").putObject("ok").put("type", "boolean");
        schema.putArray("required").add("ok");
        return new Question(
                new CallId("probe"),
                "0",
                "probe",
                "0",
                "Answer in JSON.",
                "",
                "Say that you are ready.",
                schema,
                PROBE_TOKENS);
    }

    @Override
    public Answer ask(Question question) throws InterruptedException {
        return send(question, probe());
    }

    private Answer send(Question question, AnswerForm how) throws InterruptedException {
        ChatResponse response;
        try {
            response = chat.chat(request(question, how));
        } catch (ContentFilteredException e) {
            throw new LlmFailedException(
                    LlmFailure.REFUSED, "task %s: the endpoint declined".formatted(question.task()));
        } catch (RuntimeException e) {
            if (EndpointHttp.in(e, EndpointHttp.Interrupted.class) != null) {
                throw new InterruptedException("the request was abandoned");
            }
            EndpointException known = EndpointHttp.in(e, EndpointException.class);
            throw known != null
                    ? known
                    // the library's messages may quote a reply
                    : new EndpointException(
                            Kind.AWAY, "reply not readable: " + e.getClass().getSimpleName(), null, null);
        }
        return read(question, response);
    }

    private static ChatRequest request(Question question, AnswerForm how) {
        String instruction = question.user();
        if (how != AnswerForm.SCHEMA) {
            instruction += "\n\nJSON Schema:\n" + question.schema();
        }
        ChatRequest.Builder request = ChatRequest.builder()
                .messages(List.of(SystemMessage.from(question.system()), UserMessage.from(instruction)))
                .maxOutputTokens(question.maxAnswerTokens());
        switch (how) {
            case SCHEMA ->
                request.responseFormat(ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(JsonSchema.builder()
                                .name(question.task().replaceAll("[^A-Za-z0-9_-]", "_"))
                                .rootElement(
                                        JsonRawSchema.from(question.schema().toString()))
                                .build())
                        .build());
            case OBJECT -> request.responseFormat(ResponseFormat.JSON);
            case WORDS -> {
                // nothing more to say
            }
        }
        return request.build();
    }

    private static Answer read(Question question, ChatResponse response) {
        String text = response.aiMessage() == null ? null : response.aiMessage().text();
        TokenUsage usage = usage(question, response, text);
        if (response.finishReason() == FinishReason.LENGTH) {
            throw new LlmFailedException(
                    LlmFailure.CUT_OFF,
                    "task %s: answer cut off after %d tokens, at most %d were allowed"
                            .formatted(question.task(), usage.output(), question.maxAnswerTokens()));
        }
        if (response.finishReason() == FinishReason.CONTENT_FILTER) {
            throw new LlmFailedException(
                    LlmFailure.REFUSED, "task %s: the endpoint's filter".formatted(question.task()));
        }
        if (text == null || text.isBlank()) {
            throw new LlmFailedException(
                    LlmFailure.EMPTY, "task %s: a reply without an answer".formatted(question.task()));
        }
        return new Answer(text, usage, 1);
    }

    private static TokenUsage usage(Question question, ChatResponse response, @Nullable String text) {
        dev.langchain4j.model.output.TokenUsage said = response.tokenUsage();
        if (said == null || said.inputTokenCount() == null || said.outputTokenCount() == null) {
            return new TokenUsage(
                    TokenEstimate.of(question.system()) + TokenEstimate.of(question.user()),
                    0,
                    text == null ? 0 : TokenEstimate.of(text),
                    true);
        }
        int cached = 0;
        if (said instanceof OpenAiTokenUsage detailed
                && detailed.inputTokensDetails() != null
                && detailed.inputTokensDetails().cachedTokens() != null) {
            cached = Math.min(detailed.inputTokensDetails().cachedTokens(), said.inputTokenCount());
        }
        return new TokenUsage(said.inputTokenCount(), cached, said.outputTokenCount(), false);
    }

    @Override
    public String model() {
        return config.model();
    }

    @Override
    public String parameters() {
        return "temperature=0,seed=" + SEED;
    }
}
