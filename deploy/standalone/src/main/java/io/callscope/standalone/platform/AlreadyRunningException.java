package io.callscope.standalone.platform;

/** Another process runs callscope on the same data folder. The message says which and what to do. */
public final class AlreadyRunningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AlreadyRunningException(String message) {
        super(message);
    }
}
