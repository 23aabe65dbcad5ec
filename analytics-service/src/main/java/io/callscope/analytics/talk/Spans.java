package io.callscope.analytics.talk;

import io.callscope.model.talk.TalkSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sets of time: lists of stretches in order, none overlapping another. Stateless. */
public final class Spans {
    private Spans() {}

    /**
     * The time that is in any of them.
     *
     * @param pauseMs gaps up to this length are taken in
     */
    public static List<TalkSpan> union(List<TalkSpan> spans, long pauseMs) {
        List<TalkSpan> union = new ArrayList<>();
        for (TalkSpan next : spans.stream()
                .sorted(Comparator.comparingLong(TalkSpan::startMs))
                .toList()) {
            TalkSpan last = union.isEmpty() ? null : union.get(union.size() - 1);
            if (last != null && next.startMs() - last.endMs() <= pauseMs) {
                union.set(union.size() - 1, new TalkSpan(last.startMs(), Math.max(last.endMs(), next.endMs())));
            } else {
                union.add(next);
            }
        }
        return union;
    }

    /** The time that is in both. */
    public static List<TalkSpan> overlap(List<TalkSpan> one, List<TalkSpan> other) {
        List<TalkSpan> both = new ArrayList<>();
        int i = 0;
        int k = 0;
        while (i < one.size() && k < other.size()) {
            long start = Math.max(one.get(i).startMs(), other.get(k).startMs());
            long end = Math.min(one.get(i).endMs(), other.get(k).endMs());
            if (start < end) {
                both.add(new TalkSpan(start, end));
            }
            if (one.get(i).endMs() < other.get(k).endMs()) {
                i++;
            } else {
                k++;
            }
        }
        return both;
    }

    /** What lies between neighbours. */
    static List<TalkSpan> gaps(List<TalkSpan> spans) {
        List<TalkSpan> gaps = new ArrayList<>();
        for (int i = 1; i < spans.size(); i++) {
            gaps.add(new TalkSpan(spans.get(i - 1).endMs(), spans.get(i).startMs()));
        }
        return gaps;
    }

    public static long lengthMs(List<TalkSpan> spans) {
        return spans.stream().mapToLong(TalkSpan::lengthMs).sum();
    }
}
