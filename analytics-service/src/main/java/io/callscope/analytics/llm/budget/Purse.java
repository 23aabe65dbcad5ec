package io.callscope.analytics.llm.budget;

import io.callscope.analytics.llm.ask.Question;

/** Port: pays for requests to a language model. Implementations are thread-safe. */
public interface Purse {
    /**
     * Sets aside what one request may cost at the most. Every attempt of a question is a request of its own.
     *
     * @param model by the endpoint's name
     * @throws io.callscope.analytics.llm.ask.LlmFailedException of reason CALL_BUDGET or DAY_BUDGET when it may cost more
     *     than is left; nothing is set aside
     * @throws io.callscope.kit.failure.RetryableException when that cannot be found out now
     */
    Charge reserve(Question question, String model);

    /** Notes that a question was answered from what is kept, for nothing. Never fails for want of a database. */
    void fromCache(Question question, String model);

    /** Pays everything and remembers nothing: for benches, and where only answers are looked at. */
    Purse OPEN = new Purse() {
        @Override
        public Charge reserve(Question question, String model) {
            return Charge.NONE;
        }

        @Override
        public void fromCache(Question question, String model) {
            // nothing to remember
        }
    };
}
