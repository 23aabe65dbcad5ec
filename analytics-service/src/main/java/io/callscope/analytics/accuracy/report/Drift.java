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
        List<CheckedCall> first = comparable.subList(0, FIRST);
        List<CheckedCall> later = comparable.subList(FIRST, comparable.size());
        long disagreements = first.stream().filter(call -> !isSame(call)).count();
        BernoulliCusum chart = settings.chart((disagreements + 1.0) / (FIRST + 2));
        boolean[] answers = new boolean[later.size()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = !isSame(later.get(i));
        }
        double[] path = chart.path(answers);
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

    private static boolean isSame(CheckedCall call) {
        return (call.machine() == Label.MARKED) == (call.people() == Label.MARKED);
    }
}
