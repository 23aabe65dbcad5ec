package io.callscope.analytics.llm.endpoint;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request got no reply that can be read. The message gives status and kind, and the endpoint's own words only where a
 * person has to mend the configuration; never the request, the answer or the key.
 */
public final class EndpointException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What that means for the next request. */
    public enum Kind {
        /** It does not answer, or says that something is wrong with it. */
        AWAY,
        /** It was asked, and no reply that is one came back: it may have worked, and may charge for it. */
        LOST,
        /** It answers that it has too much to do. */
        BUSY,
        /** It does not let this key in, or knows no such model or address. */
        NOT_CONFIGURED,
        /** It calls the request wrong. */
        BAD_REQUEST,
        /** The prompt does not fit into the model's window. */
        TOO_LONG
    }

    private final Kind kind;
    private final transient @Nullable Duration retryAfter;

    public EndpointException(Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** How long the endpoint asks to be left alone; null when it does not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
