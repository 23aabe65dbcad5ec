package io.callscope.standalone.supervise;

/** A child did not come up. The message is for the person at the terminal and ends with the child's last words. */
public final class ChildStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean misconfigured;

    public ChildStartException(String message, boolean misconfigured) {
        super(message);
        this.misconfigured = misconfigured;
    }

    /** Whether the child said that its configuration is wrong. */
    public boolean isMisconfigured() {
        return misconfigured;
    }
}
