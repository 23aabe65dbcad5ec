package io.callscope.analytics.llm.ask;

/**
 * Port: a language model that answers questions, wherever it runs. Implementations are thread-safe and wrap one another:
 * the cache around the budget around the endpoint with its manners.
 */
public interface LanguageModel {
    /**
     * Asks and waits for the answer.
     *
     * @throws LlmFailedException when there is no usable answer and asking again now would end the same
     * @throws io.callscope.kit.failure.RetryableException when the endpoint is away (it does not answer, or says that it
     *     is busy) after every attempt the manners allow; no money was spent on an answer that was thrown away
     * @throws InterruptedException when the service stops; the request is abandoned
     */
    Answer ask(Question question) throws InterruptedException;

    /**
     * Says that the answer to a question was of no use, so that nobody who asks it again later on purpose is given the
     * same one. Does nothing unless answers are kept.
     *
     * @throws io.callscope.kit.failure.RetryableException when it cannot be written down now
     */
    default void unusable(Question question) {}

    /** The model by the endpoint's name; stands in every result's version. */
    String id();

    /** Everything besides prompt and model that changes answers (temperature, seed, response format); short, printable. */
    String parameters();
}
