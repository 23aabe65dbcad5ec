package io.callscope.model.talk;

/**
 * A stretch of a call, milliseconds from its start.
 *
 * @param startMs its first millisecond
 * @param endMs one past its last; not before the start
 */
public record TalkSpan(long startMs, long endMs) {
    public TalkSpan {
        if (startMs < 0 || endMs < startMs) {
            throw new IllegalArgumentException("%d to %d ms: expected 0 <= start <= end".formatted(startMs, endMs));
        }
    }

    public long lengthMs() {
        return endMs - startMs;
    }
}
