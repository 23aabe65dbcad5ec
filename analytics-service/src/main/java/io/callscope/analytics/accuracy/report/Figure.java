package io.callscope.analytics.accuracy.report;

import io.callscope.statistics.Wilson;
import io.callscope.statistics.decision.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A share of reviewed calls. The counts are plain; the share stands for all calls the reviewed ones were drawn from, so
 * that both differ where calls were drawn unevenly.
 *
 * @param count how many
 * @param of out of how many
 * @param share 0 to 1; null when it cannot be given
 * @param atLeast one-sided lower limit at 95 %; null with it
 * @param low lower end of the two-sided interval at 95 %; null with it
 * @param high upper end; null with it
 * @param worth how many independent calls they are worth
 */
public record Figure(
        long count,
        long of,
        @Nullable Double share,
        @Nullable Double atLeast,
        @Nullable Double low,
        @Nullable Double high,
        double worth) {
    static final double CONFIDENCE = 0.95;

    static Figure of(long count, Verdict.Figure figure) {
        if (figure.share().isEmpty()) {
            return new Figure(count, figure.n(), null, null, null, null, 0);
        }
        return new Figure(
                count,
                figure.n(),
                figure.share().getAsDouble(),
                figure.lower(),
                figure.interval().lower(),
                figure.interval().upper(),
                figure.effective());
    }

    /** Of calls that count alike and are independent. */
    static Figure plain(long count, long of) {
        if (of == 0) {
            return new Figure(count, of, null, null, null, null, 0);
        }
        double share = (double) count / of;
        return new Figure(
                count,
                of,
                share,
                Wilson.lower(share, of, CONFIDENCE),
                Wilson.interval(share, of, CONFIDENCE).lower(),
                Wilson.interval(share, of, CONFIDENCE).upper(),
                of);
    }
}
