package io.callscope.ingest.recording;

/** A recording is larger than the site takes. */
public final class RecordingTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RecordingTooLargeException(long maxBytes) {
        super("the recording has more than %d bytes, the most that is taken (maxRecordingSize)".formatted(maxBytes));
    }
}
