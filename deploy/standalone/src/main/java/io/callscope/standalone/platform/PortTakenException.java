package io.callscope.standalone.platform;

/** Another program listens on a port that is wanted here. The message names the part, the port and the way out. */
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PortTakenException(String message) {
        super(message);
    }
}
