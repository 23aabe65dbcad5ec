package io.callscope.transcribe.model;

/** A model cannot be had, or does not fit. The message says why, and what to do about it. */
public final class ModelUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public ModelUnavailableException(String message) {
        super(message);
    }

    public ModelUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
