package io.callscope.analytics.llm.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.llm.ask.Answer;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.endpoint.EndpointException.Kind;
import io.callscope.model.call.CallId;
import java.time.Clock;
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
            response = chat.chat(ChatForm.request(question, how));
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
                            Kind.LOST, "reply not readable: " + e.getClass().getSimpleName(), null, null);
        }
        return ChatForm.answer(question, response);
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
