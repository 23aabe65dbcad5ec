package io.callscope.analytics.web.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a call, milliseconds from its start.
 *
 * @param endMs not before the start
 */
record Stretch(long startMs, long endMs) {
    long lengthMs() {
        return endMs - startMs;
    }

    /** The same time as stretches that neither touch nor overlap, in order. */
    static List<Stretch> union(List<Stretch> stretches) {
        List<Stretch> union = new ArrayList<>();
        for (Stretch next : stretches.stream()
                .sorted(Comparator.comparingLong(Stretch::startMs))
                .toList()) {
            Stretch last = union.isEmpty() ? null : union.get(union.size() - 1);
            if (last != null && next.startMs() <= last.endMs()) {
                union.set(union.size() - 1, new Stretch(last.startMs(), Math.max(last.endMs(), next.endMs())));
            } else {
                union.add(next);
            }
        }
        return union;
    }

    /** The time that is in both; each is a {@link #union}. */
    static List<Stretch> overlap(List<Stretch> one, List<Stretch> other) {
        List<Stretch> both = new ArrayList<>();
        int i = 0;
        int k = 0;
        while (i < one.size() && k < other.size()) {
            long start = Math.max(one.get(i).startMs(), other.get(k).startMs());
            long end = Math.min(one.get(i).endMs(), other.get(k).endMs());
            if (start < end) {
                both.add(new Stretch(start, end));
            }
            if (one.get(i).endMs() < other.get(k).endMs()) {
                i++;
            } else {
                k++;
            }
        }
        return both;
    }

    /** What lies between the stretches of a {@link #union} and is longer than this. */
    static List<Stretch> gaps(List<Stretch> union, long longerThanMs) {
        List<Stretch> gaps = new ArrayList<>();
        for (int i = 1; i < union.size(); i++) {
            Stretch gap = new Stretch(union.get(i - 1).endMs(), union.get(i).startMs());
            if (gap.lengthMs() > longerThanMs) {
                gaps.add(gap);
            }
        }
        return gaps;
    }

    static long lengthMs(List<Stretch> union) {
        return union.stream().mapToLong(Stretch::lengthMs).sum();
    }
}
