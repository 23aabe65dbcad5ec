package io.callscope.analytics.store;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody exchanges agent and customer.
 *
 * @param seen hash of the transcript that he saw
 * @param swapped false when what he saw was exchanged already, so that this takes it back
 * @param at when; also the time of the analysis that comes with it
 */
public record Swap(String seen, boolean swapped, String byLogin, String byName, Instant at) {
    public Swap {
        Objects.requireNonNull(seen, "seen");
        Objects.requireNonNull(byLogin, "byLogin");
        Objects.requireNonNull(byName, "byName");
        Objects.requireNonNull(at, "at");
    }
}
