package io.callscope.analytics.llm.ask;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question got no usable answer, and asking again now would end the same: the call is parked. The message gives the
 * task, figures and what was expected, and never words of the call, of the prompt or of the answer.
 */
public final class LlmFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final LlmFailure failure;
    private final transient @Nullable TokenUsage usage;

    /** Of which the endpoint does not say what it took. */
    public LlmFailedException(LlmFailure failure, String message) {
        this(failure, message, null);
    }

    /**
     * @param usage what it took all the same; null when the endpoint does not say
     */
    public LlmFailedException(LlmFailure failure, String message, @Nullable TokenUsage usage) {
        super(message);
        this.failure = Objects.requireNonNull(failure, "failure");
        this.usage = usage;
    }

    /** What the request took all the same; null when the endpoint does not say. */
    public @Nullable TokenUsage usage() {
        return usage;
    }

    public LlmFailure failure() {
        return failure;
    }
}
