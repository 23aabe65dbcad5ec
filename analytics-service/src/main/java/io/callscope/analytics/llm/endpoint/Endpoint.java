package io.callscope.analytics.llm.endpoint;

import io.callscope.analytics.llm.ask.Answer;
import io.callscope.analytics.llm.ask.Question;

/** Port: sends one request and waits for the reply, without any second try. Implementations are thread-safe. */
public interface Endpoint extends AutoCloseable {
    /**
     * @throws EndpointException when there is no reply that can be read
     * @throws io.callscope.analytics.llm.ask.LlmFailedException when the reply says that there is no answer
     * @throws InterruptedException when the thread was interrupted; the request is abandoned
     */
    Answer ask(Question question) throws InterruptedException;

    /** The model by the endpoint's name. */
    String model();

    /** What besides the prompt decides the answers. */
    String parameters();

    /** Lets go of what it holds; most hold nothing. */
    @Override
    default void close() {}
}
