package io.callscope.model.talk;

import java.util.List;

/**
 * Stretches of one kind in a call. Immutable.
 *
 * @param count how many there are
 * @param totalMs how long all of them are together
 * @param longestMs how long the longest is; 0 when there is none
 * @param at where they are, in order
 */
public record TalkStretches(int count, long totalMs, long longestMs, List<TalkSpan> at) {
    /** There is none. */
    public static final TalkStretches NONE = new TalkStretches(0, 0, 0, List.of());

    public TalkStretches {
        at = at == null ? List.of() : List.copyOf(at);
        if (count < 0 || totalMs < 0 || longestMs < 0 || longestMs > totalMs) {
            throw new IllegalArgumentException("%d stretches of %d ms, the longest %d: expected none negative"
                    .formatted(count, totalMs, longestMs));
        }
    }

    /**
     * @param spans in order, none overlapping
     */
    public static TalkStretches of(List<TalkSpan> spans) {
        return new TalkStretches(
                spans.size(),
                spans.stream().mapToLong(TalkSpan::lengthMs).sum(),
                spans.stream().mapToLong(TalkSpan::lengthMs).max().orElse(0),
                spans);
    }
}
