package io.callscope.analytics.llm.gguf;

import io.callscope.analytics.llm.ask.Answer;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.endpoint.AnswerForm;
import io.callscope.analytics.llm.endpoint.ChatForm;
import io.callscope.analytics.llm.endpoint.Endpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/** A GGUF file as an endpoint: it is never away, and what it cannot do in time it cannot do. Thread-safe. */
public final class GgufEndpoint implements Endpoint {
    private final String name;
    private final GgufFile file;
    private final int contextTokens;
    private final GgufChatModel chat;

    /**
     * Loads the model; reads the file from end to end first, for its hash.
     *
     * @param name what the model is called in versions and on pages
     * @throws IllegalArgumentException when the file is none that llama.cpp takes
     */
    public GgufEndpoint(String name, Path path, int contextTokens, Duration timeout) {
        this.name = Objects.requireNonNull(name, "name");
        this.file = GgufFile.of(path);
        this.contextTokens = contextTokens;
        this.chat = new GgufChatModel(file, contextTokens, timeout);
    }

    @Override
    public Answer ask(Question question) throws InterruptedException {
        try {
            return ChatForm.answer(question, chat.chat(ChatForm.request(question, AnswerForm.SCHEMA)));
        } catch (GgufTimeoutException e) {
            throw new LlmFailedException(LlmFailure.TOO_SLOW, "task %s: %s".formatted(question.task(), e.getMessage()));
        } catch (CancellationException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the request was abandoned");
            }
            throw e;
        }
    }

    @Override
    public String model() {
        return name;
    }

    @Override
    public String parameters() {
        return "temperature=0,seed=%d,gguf=%s,context=%d,bounded"
                .formatted(GgufChatModel.SEED, file.shortHash(), contextTokens);
    }

    @Override
    public void close() {
        chat.close();
    }
}
