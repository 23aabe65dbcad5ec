package io.callscope.kit.failure;

import org.jspecify.annotations.Nullable;

/**
 * Something outside is away (broker, database, network): the same record may succeed later. The consumer loop pauses
 * and tries again with back-off for as long as it takes; no attempt is burnt and nothing goes to the dead letters.
 */
public final class RetryableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RetryableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
