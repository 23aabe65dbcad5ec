package io.callscope.analytics.review;

import io.callscope.model.call.CallId;

/** The seat is somebody else's, or its review has been given. */
public final class SeatTakenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SeatTakenException(CallId callId) {
        super("call %s: expected an own seat whose review has not been given".formatted(callId));
    }
}
