package io.callscope.analytics.llm.ask;

import java.util.Objects;

/**
 * A question got no usable answer, and asking again now would end the same: the call is parked. The message gives the
 * task, figures and what was expected, and never words of the call, of the prompt or of the answer.
 */
public final class LlmFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final LlmFailure failure;

    public LlmFailedException(LlmFailure failure, String message) {
        super(message);
        this.failure = Objects.requireNonNull(failure, "failure");
    }

    public LlmFailure failure() {
        return failure;
    }
}
