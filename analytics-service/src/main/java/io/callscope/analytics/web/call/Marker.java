package io.callscope.analytics.web.call;

import io.callscope.analytics.comments.Comment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Something at a second of the call, on the timeline.
 *
 * @param what what is there
 * @param atMs when, from the start of the call
 * @param percent the same as a place on the timeline, such as {@code 12.5%}
 * @param line 0 next to the talk; the ones behind keep markers from covering each other
 */
public record Marker(What what, long atMs, String percent, int line) {
    private static final int LINES = 3;

    /** Markers nearer than this share of the call go on different lines. */
    private static final double APART = 0.03;

    /** What may be there. */
    public sealed interface What {
        record Words(Heard heard) implements What {}

        record Remark(Comment comment) implements What {}

        /** Something about how people talk. */
        record Talk(TalkMark mark) implements What {}
    }

    /** A moment that has no place on the timeline yet. */
    record Moment(What what, long atMs) {}

    /** Each moment on the first line that has room; on the last when none has. */
    static List<Marker> lay(List<Moment> moments, long durationMs) {
        List<Marker> markers = new ArrayList<>();
        double[] lastAt = {-1, -1, -1};
        for (Moment moment :
                moments.stream().sorted(Comparator.comparingLong(Moment::atMs)).toList()) {
            double place = Math.min(1, (double) moment.atMs() / durationMs);
            int line = 0;
            while (line < LINES - 1 && place - lastAt[line] < APART) {
                line++;
            }
            lastAt[line] = place;
            markers.add(new Marker(moment.what(), moment.atMs(), percent(place), line));
        }
        return markers;
    }

    /** As an attribute of SVG wants it. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share * 100);
    }
}
