package io.callscope.transcribe.child;

import java.util.Locale;

/**
 * How a child ended.
 *
 * @param cause why
 * @param detail for people: an exit status, a time, a size
 */
public record ChildEnd(Cause cause, String detail) {
    /** Why a child ended. */
    public enum Cause {
        /** By itself, whatever its exit status. */
        CRASHED,
        /** Killed, because a request made no progress. */
        HUNG,
        /** Killed, because it took more memory than twice what it may. */
        TOO_LARGE,
        /** Asked to go after its share of requests, or because it had grown. */
        RECYCLED,
        /** Never came up. */
        NOT_STARTED,
        /** Nobody needs it any more. */
        CLOSED;

        /** The word for it in metrics. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
