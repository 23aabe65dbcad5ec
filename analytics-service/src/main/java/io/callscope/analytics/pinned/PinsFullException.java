package io.callscope.analytics.pinned;

/** There is no room for another pinned recording, by the configured bound or on the disk. */
public final class PinsFullException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long lacking;

    /** @param lacking bytes that must be dropped, or freed on the disk, before it fits */
    PinsFullException(String message, long lacking) {
        super(message);
        this.lacking = lacking;
    }

    /** How many bytes must be dropped, or freed on the disk, before the recording fits. */
    public long lacking() {
        return lacking;
    }
}
