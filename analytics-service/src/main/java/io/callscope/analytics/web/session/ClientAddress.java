package io.callscope.analytics.web.session;

import io.javalin.http.Context;

/**
 * Where a request comes from. Immutable.
 *
 * @param behindProxy whether a proxy stands before the pages: then all connections are its own, and it says in {@code
 *     X-Forwarded-For} who asked; only the last entry is its word, those before it are the client's
 */
public record ClientAddress(boolean behindProxy) {
    private static final int LONGEST = 64;

    String of(Context context) {
        String forwarded = behindProxy ? context.header("X-Forwarded-For") : null;
        if (forwarded == null) {
            return context.ip();
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return last.isEmpty() || last.length() > LONGEST ? context.ip() : last;
    }
}
