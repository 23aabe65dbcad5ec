package io.callscope.analytics.llm.gguf;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.Pair;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.callscope.analytics.llm.endpoint.EndpointException;
import io.callscope.analytics.llm.endpoint.EndpointException.Kind;
import io.callscope.kit.thread.DaemonThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * LangChain4j's chat model over llama.cpp. One question at a time: the others wait. A schema becomes a grammar, so that no
 * token is written which does not fit it. The state of the last prompt is kept, so that the next one that begins alike is
 * read from where they part. Thread-safe.
 */
public final class GgufChatModel implements ChatModel, AutoCloseable {
    static final int SEED = 20_260_101;

    private static final Logger LOGGER = LoggerFactory.getLogger(GgufChatModel.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration END = Duration.ofSeconds(30);

    private final LlamaModel model;
    private final int contextTokens;
    private final Duration timeout;
    private final Semaphore turn = new Semaphore(1, true);
    /** Everything native happens here: whoever waits may leave without waiting for native code. */
    private final ExecutorService worker = Executors.newSingleThreadExecutor(DaemonThreads.named("gguf"));

    /**
     * Loads the model.
     *
     * @param contextTokens how many tokens prompt and answer may take together
     * @param timeout for one answer, from when its turn has come
     * @throws IllegalArgumentException when llama.cpp does not take the file, with its own words
     */
    public GgufChatModel(GgufFile file, int contextTokens, Duration timeout) {
        this.contextTokens = contextTokens;
        this.timeout = Objects.requireNonNull(timeout, "timeout");
        int threads = Runtime.getRuntime().availableProcessors();
        try {
            this.model = new LlamaModel(new ModelParameters()
                    .setModel(file.path().toAbsolutePath().toString())
                    .setCtxSize(contextTokens)
                    .setParallel(1)
                    .setThreads(threads)
                    .setThreadsBatch(threads)
                    // what it logs may hold prompts
                    .disableLog());
        } catch (RuntimeException e) {
            worker.shutdownNow();
            throw new IllegalArgumentException("%s: llama.cpp says: %s".formatted(file.path(), e.getMessage()), e);
        }
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
    }

    /**
     * Asks and waits for the answer.
     *
     * @throws EndpointException of kind {@link Kind#TOO_LONG} when prompt and answer do not fit
     * @throws GgufTimeoutException when the answer was not there in time
     * @throws CancellationException when the thread was interrupted; it stays interrupted
     */
    @Override
    public ChatResponse doChat(ChatRequest request) {
        AtomicBoolean abandoned = new AtomicBoolean();
        try {
            turn.acquire();
            return answerOf(request, abandoned).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            abandoned.set(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("the question was abandoned");
        } catch (TimeoutException e) {
            abandoned.set(true);
            throw new GgufTimeoutException("no answer within " + timeout);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EndpointException known) {
                throw known;
            }
            // the library's messages may quote a prompt
            throw new IllegalStateException("llama.cpp failed: "
                    + Objects.requireNonNullElse(e.getCause(), e).getClass().getSimpleName());
        }
    }

    /** The turn ends with the native work, not with the wait for it. */
    private Future<ChatResponse> answerOf(ChatRequest request, AtomicBoolean abandoned) {
        try {
            return worker.submit(() -> {
                try {
                    return answer(request, abandoned);
                } finally {
                    turn.release();
                }
            });
        } catch (RejectedExecutionException e) {
            turn.release();
            throw new IllegalStateException("the model is closed", e);
        }
    }

    private ChatResponse answer(ChatRequest request, AtomicBoolean abandoned) {
        String prompt = model.applyTemplate(withMessages(new InferenceParameters(""), request.messages()));
        int promptTokens = model.encode(prompt).length;
        int most = Objects.requireNonNull(request.maxOutputTokens(), "maxOutputTokens");
        if (promptTokens + most > contextTokens) {
            throw new EndpointException(
                    Kind.TOO_LONG,
                    "%d tokens of prompt and up to %d of answer: at most %d fit"
                            .formatted(promptTokens, most, contextTokens),
                    null,
                    null);
        }
        Optional<String> schema = schemaOf(request.responseFormat());
        InferenceParameters inference = new InferenceParameters(prompt)
                .setNPredict(most)
                .setTemperature(temperature(request))
                .setSeed(seed(request))
                .setCachePrompt(true);
        schema.map(BoundedSchema::of).map(LlamaModel::jsonSchemaToGrammar).ifPresent(inference::setGrammar);
        String text = written(inference, abandoned);
        int answerTokens = model.encode(text).length;
        boolean whole = schema.isPresent() ? isJson(text) : answerTokens < most;
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(text))
                .tokenUsage(new TokenUsage(promptTokens, answerTokens))
                .finishReason(whole ? FinishReason.STOP : FinishReason.LENGTH)
                .build();
    }

    /** 0 takes the likeliest token each time. */
    private static float temperature(ChatRequest request) {
        Double asked = request.parameters().temperature();
        return asked == null ? 0 : asked.floatValue();
    }

    private static int seed(ChatRequest request) {
        return request.parameters() instanceof OpenAiChatRequestParameters parameters && parameters.seed() != null
                ? parameters.seed()
                : SEED;
    }

    private String written(InferenceParameters inference, AtomicBoolean abandoned) {
        StringBuilder text = new StringBuilder();
        LlamaIterator tokens = model.generate(inference).iterator();
        while (tokens.hasNext()) {
            text.append(tokens.next().text);
            if (abandoned.get()) {
                tokens.cancel();
                throw new CancellationException("the question was abandoned");
            }
        }
        return text.toString();
    }

    private static InferenceParameters withMessages(InferenceParameters inference, List<ChatMessage> messages) {
        String system = null;
        List<Pair<String, String>> said = new ArrayList<>();
        for (ChatMessage message : messages) {
            if (message instanceof SystemMessage text) {
                system = text.text();
            } else if (message instanceof UserMessage text) {
                said.add(new Pair<>("user", text.singleText()));
            } else {
                throw new IllegalArgumentException(
                        "a message of type %s: expected SYSTEM or USER".formatted(message.type()));
            }
        }
        return inference.setMessages(system, said).setUseChatTemplate(true);
    }

    private static Optional<String> schemaOf(@Nullable ResponseFormat format) {
        return format != null
                        && format.jsonSchema() != null
                        && format.jsonSchema().rootElement() instanceof JsonRawSchema raw
                ? Optional.of(raw.schema())
                : Optional.empty();
    }

    /** A grammar ends where its object ends: what is no whole object was cut off. */
    private static boolean isJson(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends what is being answered, then frees the model; a model that does not end in time is left to the process's end. */
    @Override
    public void close() {
        worker.shutdownNow();
        boolean ended = false;
        try {
            ended = worker.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (ended) {
            model.close();
        } else {
            // freeing it under running native code would end the process
            LOGGER.warn("the language model still reads a prompt and is not freed");
        }
    }
}
