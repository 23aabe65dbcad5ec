package io.callscope.analytics.reanalyze;

import java.util.Objects;

/**
 * A call to listen to.
 *
 * @param callId the call
 * @param atMs where the words begin, milliseconds from the start of the call; 0 where it is about the whole call
 */
public record Example(String callId, long atMs) {
    public Example {
        Objects.requireNonNull(callId, "callId");
        if (atMs < 0) {
            throw new IllegalArgumentException("atMs %d: expected 0 or more".formatted(atMs));
        }
    }

    /** Address of the call's page, at the words. */
    public String address() {
        return atMs == 0 ? "/calls/" + callId : "/calls/%s#t=%d".formatted(callId, atMs);
    }
}
