package io.callscope.analytics.llm;

import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.model.call.CallId;

/**
 * Port: where calls wait whose question to the language model got no usable answer. What the rules heard in them is
 * stored already. Implementations are thread-safe.
 */
public interface ParkedCalls {
    /**
     * Parks a call; one that is parked already stays so, with the newest reason.
     *
     * @param detail for people: task, figures, what was expected; never words of the call, the prompt or an answer
     * @throws io.callscope.kit.failure.RetryableException when it cannot be written down now
     */
    void park(CallId callId, LlmFailure failure, String detail);

    /**
     * A call that may be parked has got its answer, and is not any more. Does nothing unless it is kept somewhere.
     *
     * @throws io.callscope.kit.failure.RetryableException when it cannot be written down now
     */
    default void answered(CallId callId) {}

    /** For a service without a language model: the rules always have an answer. */
    ParkedCalls NONE = (callId, failure, detail) -> {
        throw new IllegalStateException("call %s, %s: no model was to be asked".formatted(callId, failure.id()));
    };
}
