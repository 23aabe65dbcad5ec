package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.AccuracySettings;
import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.Label;
import io.callscope.statistics.Interval;
import io.callscope.statistics.drift.ConfidenceSequence;
import io.callscope.statistics.drift.UnknownRateCusum;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether machine and people have begun to disagree more than they used to. How much is usual is learned from the same
 * reviews; the first ones only teach.
 *
 * @param watched reviews after the first ones
 * @param usual share of disagreements that is usual; null while the first reviews are still being gathered
 * @param sum of the chart now, 0 or more
 * @param height at which it signals
 * @param since when the chart signalled first; null when it has not
 * @param low lower end of the share of agreement, which holds at every look at 95 %
 * @param high upper end
 */
public record Drift(
        long watched,
        @Nullable Double usual,
        double sum,
        double height,
        @Nullable Instant since,
        double low,
        double high) {
    /** So many reviews only teach what is usual. */
    public static final int FIRST = 50;

    /** How many more disagreements one wants to be told of soon: 10 points. */
    public static final double WORSE = 0.10;

    public boolean isAlarm() {
        return since != null;
    }

    /**
     * From comparable calls by time.
     *
     * @param items that are watched together, 1 or more
     */
    static Drift of(List<CheckedCall> comparable, AccuracySettings settings, int items) {
        long same = comparable.stream().filter(Drift::isSame).count();
        Interval always = new ConfidenceSequence(same, comparable.size()).interval(Figure.CONFIDENCE);
        double height = settings.alarmHeight(items);
        UnknownRateCusum chart = new UnknownRateCusum(WORSE, FIRST);
        Instant since = null;
        for (CheckedCall call : comparable) {
            if (chart.add(!isSame(call)) >= height && since == null) {
                since = call.checkedAt();
            }
        }
        int watched = Math.max(0, comparable.size() - FIRST);
        return new Drift(
                watched,
                watched == 0 ? null : chart.usual(),
                watched == 0 ? 0 : chart.sum(),
                height,
                since,
                always.lower(),
                always.upper());
    }

    /** Whether the chart has signalled, and nothing else. */
    static boolean isAlarm(List<CheckedCall> comparable, AccuracySettings settings, int items) {
        double height = settings.alarmHeight(items);
        UnknownRateCusum chart = new UnknownRateCusum(WORSE, FIRST);
        return comparable.stream().anyMatch(call -> chart.add(!isSame(call)) >= height);
    }

    private static boolean isSame(CheckedCall call) {
        return (call.machine() == Label.MARKED) == (call.people() == Label.MARKED);
    }
}
