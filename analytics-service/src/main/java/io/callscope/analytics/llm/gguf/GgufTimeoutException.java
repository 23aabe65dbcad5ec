package io.callscope.analytics.llm.gguf;

/** A model within the process had no answer in time; the same question would take as long again. */
final class GgufTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GgufTimeoutException(String message) {
        super(message);
    }
}
