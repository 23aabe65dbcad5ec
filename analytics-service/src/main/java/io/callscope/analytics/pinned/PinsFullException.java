package io.callscope.analytics.pinned;

/** There is no room for another pinned recording, by the configured bound or on the disk. */
public final class PinsFullException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PinsFullException(String message) {
        super(message);
    }
}
