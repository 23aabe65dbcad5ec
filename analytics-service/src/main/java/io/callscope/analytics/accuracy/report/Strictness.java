package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.Label;
import io.callscope.statistics.Interval;
import io.callscope.statistics.paired.McNemar;
import io.callscope.statistics.paired.PairedCounts;
import io.callscope.statistics.paired.PairedDifference;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether the machine marks more calls than people, or fewer, on the same calls.
 *
 * @param verdict in a word
 * @param onlyMachine calls that only the machine marks
 * @param onlyPeople calls that only people mark
 * @param of comparable calls
 * @param difference (onlyMachine − onlyPeople)/of; null without calls
 * @param low lower end of Newcombe's interval of it at 95 %; null with it
 * @param high upper end; null with it
 * @param p McNemar's mid-p, two-sided; null with it
 */
public record Strictness(
        Verdict verdict,
        long onlyMachine,
        long onlyPeople,
        long of,
        @Nullable Double difference,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double p) {
    private static final double LEVEL = 0.05;

    /** In a word. */
    public enum Verdict {
        STRICTER,
        MILDER,
        SAME,
        UNKNOWN;

        /** The word for it in texts and files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Strictness of(List<CheckedCall> comparable) {
        PairedCounts counts = counts(comparable);
        Interval interval = PairedDifference.newcombe(counts, Figure.CONFIDENCE).orElse(null);
        if (counts.n() == 0 || interval == null) {
            return new Strictness(Verdict.UNKNOWN, 0, 0, 0, null, null, null, null);
        }
        double difference = PairedDifference.of(counts).orElseThrow();
        double p = McNemar.midP(counts);
        Verdict verdict = p >= LEVEL ? Verdict.SAME : difference > 0 ? Verdict.STRICTER : Verdict.MILDER;
        return new Strictness(
                verdict,
                counts.onlyFirst(),
                counts.onlySecond(),
                counts.n(),
                difference,
                interval.lower(),
                interval.upper(),
                p);
    }

    /** The machine first, people second. */
    static PairedCounts counts(List<CheckedCall> comparable) {
        long[] counts = new long[4];
        for (CheckedCall call : comparable) {
            counts[(call.machine() == Label.MARKED ? 0 : 2) + (call.people() == Label.MARKED ? 0 : 1)]++;
        }
        return new PairedCounts(counts[0], counts[1], counts[2], counts[3]);
    }
}
