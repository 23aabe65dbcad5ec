package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.AccuracySettings;
import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.Label;
import io.callscope.statistics.Interval;
import io.callscope.statistics.drift.BernoulliCusum;
import io.callscope.statistics.drift.ConfidenceSequence;
import io.callscope.statistics.drift.Cusum;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Whether machine and people have begun to disagree more than they used to. The first reviews of a version say what is
 * usual for the item; the later ones are watched one by one.
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
    /** So many reviews say what is usual. */
    static final int FIRST = 50;

    public boolean isAlarm() {
        return since != null;
    }

    /** From comparable calls by time. */
    static Drift of(List<CheckedCall> comparable, AccuracySettings settings) {
        long same = comparable.stream().filter(Drift::isSame).count();
        Interval always = new ConfidenceSequence(same, comparable.size()).interval(Figure.CONFIDENCE);
        if (comparable.size() <= FIRST) {
            return new Drift(0, null, 0, settings.alarmHeight(), null, always.lower(), always.upper());
        }
        List<CheckedCall> later = comparable.subList(FIRST, comparable.size());
        BernoulliCusum chart = chart(comparable, settings);
        double[] path = chart.path(disagreements(later));
        OptionalInt signal = new Cusum(settings.alarmHeight()).firstSignal(path);
        return new Drift(
                later.size(),
                chart.usual(),
                path[path.length - 1],
                settings.alarmHeight(),
                signal.isPresent() ? later.get(signal.getAsInt()).checkedAt() : null,
                always.lower(),
                always.upper());
    }

    /** Whether the chart has signalled, and nothing else. */
    static boolean isAlarm(List<CheckedCall> comparable, AccuracySettings settings) {
        return comparable.size() > FIRST
                && new Cusum(settings.alarmHeight())
                        .firstSignal(chart(comparable, settings)
                                .path(disagreements(comparable.subList(FIRST, comparable.size()))))
                        .isPresent();
    }

    private static BernoulliCusum chart(List<CheckedCall> comparable, AccuracySettings settings) {
        long seen = comparable.subList(0, FIRST).stream()
                .filter(call -> !isSame(call))
                .count();
        return settings.chart((seen + 1.0) / (FIRST + 2));
    }

    private static boolean[] disagreements(List<CheckedCall> calls) {
        boolean[] disagreements = new boolean[calls.size()];
        for (int i = 0; i < disagreements.length; i++) {
            disagreements[i] = !isSame(calls.get(i));
        }
        return disagreements;
    }

    private static boolean isSame(CheckedCall call) {
        return (call.machine() == Label.MARKED) == (call.people() == Label.MARKED);
    }
}
