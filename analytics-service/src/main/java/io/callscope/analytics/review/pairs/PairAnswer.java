package io.callscope.analytics.review.pairs;

import io.callscope.model.call.CallId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says.
 *
 * @param repeats whether the call is about the issue of an earlier contact
 * @param of the call of that contact; null when it does not repeat, or the contact is not among those shown
 * @param cause id of why the customer called again; null when it does not repeat, or nobody could tell
 */
public record PairAnswer(
        boolean repeats, @Nullable CallId of, @Nullable String cause) {
    public PairAnswer {
        if (!repeats && (of != null || cause != null)) {
            throw new IllegalArgumentException(
                    "no repeat with call %s and cause %s: expected neither".formatted(of, cause));
        }
    }
}
