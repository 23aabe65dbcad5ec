package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.ItemEvidence;
import io.callscope.analytics.accuracy.Label;
import io.callscope.analytics.accuracy.RescoredCall;
import io.callscope.statistics.paired.IndependentDifference;
import io.callscope.statistics.paired.McNemar;
import io.callscope.statistics.paired.PairedCounts;
import io.callscope.statistics.paired.PairedDifference;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The version in force beside the one before on the same reviewed calls. If it is shown not to agree less with people,
 * and reviews that were made since do not contradict, those calls count as evidence about it, too: people said what they
 * said without seeing either.
 *
 * @param state how far that has come
 * @param calls reviewed calls that both have scored
 * @param before on how many of them the earlier version agrees with people
 * @param now on how many the version in force does
 * @param difference (now − before)/calls; null without calls
 * @param atLeast one-sided lower limit of it at 95 % (Tango's score interval); null with it
 * @param p McNemar's mid-p, two-sided; null with it
 * @param fresh reviews since the version came
 */
public record Rescored(
        State state,
        long calls,
        long before,
        long now,
        @Nullable Double difference,
        @Nullable Double atLeast,
        @Nullable Double p,
        long fresh) {
    /** Fewer pairs, or fewer new reviews, than this prove nothing. */
    public static final int FEWEST = 30;

    /** Two-sided confidence whose lower end is the one-sided limit at 95 %. */
    private static final double ONE_SIDED = 0.90;

    /** How far the comparison has come. */
    public enum State {
        /** Nothing was reviewed beside an earlier version, or this one has not scored it. */
        NONE,
        /** Too few of those calls. */
        TOO_FEW,
        /** It may be worse than the version before. */
        NOT_SHOWN,
        /** It is not worse, but too few reviews were made since. */
        WAITS,
        /** Reviews since find less agreement than on the earlier calls. */
        CONTRADICTED,
        /** The earlier calls count. */
        COUNTED;

        /** The word for it in texts and files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param margin how much less the version in force may agree, as a share */
    static Rescored of(ItemEvidence evidence, double margin) {
        List<RescoredCall> pairs =
                evidence.rescored().stream().filter(Rescored::isPair).toList();
        List<CheckedCall> since = evidence.comparable();
        if (pairs.isEmpty()) {
            return new Rescored(State.NONE, 0, 0, 0, null, null, null, since.size());
        }
        PairedCounts counts = counts(pairs);
        double atLeast = PairedDifference.tango(counts, ONE_SIDED).orElseThrow().lower();
        long now = counts.both() + counts.onlyFirst();
        State state;
        if (counts.n() < FEWEST) {
            state = State.TOO_FEW;
        } else if (atLeast <= -margin) {
            state = State.NOT_SHOWN;
        } else if (since.size() < FEWEST) {
            state = State.WAITS;
        } else {
            state = contradict(since, now, counts.n()) ? State.CONTRADICTED : State.COUNTED;
        }
        return new Rescored(
                state,
                counts.n(),
                counts.both() + counts.onlySecond(),
                now,
                PairedDifference.of(counts).orElseThrow(),
                atLeast,
                McNemar.midP(counts),
                since.size());
    }

    /** How many new reviews are missing before the earlier calls may count; 0 when that is not what is missing. */
    public long missing() {
        return state == State.WAITS ? FEWEST - fresh : 0;
    }

    /** Whether one of both versions shows on it how well it scores; the other has then at least not erred. */
    private static boolean isPair(RescoredCall call) {
        CheckedCall earlier = call.earlier();
        return call.machine() != null
                && earlier.machine() != null
                && (earlier.isComparable() || call.now().isComparable());
    }

    /** The version in force first. */
    private static PairedCounts counts(List<RescoredCall> pairs) {
        long[] counts = new long[4];
        for (RescoredCall pair : pairs) {
            counts[(isRight(pair.now()) ? 0 : 2) + (isRight(pair.earlier()) ? 0 : 1)]++;
        }
        return new PairedCounts(counts[0], counts[1], counts[2], counts[3]);
    }

    private static boolean isRight(CheckedCall call) {
        return (call.machine() == Label.MARKED) == (call.people() == Label.MARKED);
    }

    private static boolean contradict(List<CheckedCall> since, long now, long calls) {
        long right = since.stream().filter(Rescored::isRight).count();
        return new IndependentDifference(right, since.size(), now, calls)
                        .newcombe(Figure.CONFIDENCE)
                        .upper()
                < 0;
    }
}
