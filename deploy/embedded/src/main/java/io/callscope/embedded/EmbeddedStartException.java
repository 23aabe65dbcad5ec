package io.callscope.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded broker or database could not start. The message is for the person who typed the command. */
public final class EmbeddedStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EmbeddedStartException(String message) {
        this(message, null);
    }

    public EmbeddedStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
