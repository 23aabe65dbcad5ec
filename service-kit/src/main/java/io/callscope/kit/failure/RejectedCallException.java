package io.callscope.kit.failure;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * This call can never be processed as it is: trying again would end the same. Its event goes to the dead letters. The
 * message gives ids, values and what was expected, and never words of the call or a phone number.
 */
public final class RejectedCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    public RejectedCallException(RejectReason reason, String message) {
        this(reason, message, null);
    }

    public RejectedCallException(RejectReason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    public RejectReason reason() {
        return reason;
    }
}
