package io.callscope.analytics.scorecard;

/**
 * The stretch of a call in which words were looked for.
 *
 * @param startMs from the start of the call, milliseconds
 * @param endMs not before the start
 */
public record Searched(long startMs, long endMs) {
    public Searched {
        if (startMs < 0 || endMs < startMs) {
            throw new IllegalArgumentException(
                    "searched %d to %d ms: expected 0 <= start <= end".formatted(startMs, endMs));
        }
    }
}
