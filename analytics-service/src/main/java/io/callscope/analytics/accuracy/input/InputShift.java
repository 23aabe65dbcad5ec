package io.callscope.analytics.accuracy.input;

import io.callscope.statistics.drift.ClusteredCounts;
import io.callscope.statistics.drift.ClusteredHomogeneity;
import io.callscope.statistics.drift.PopulationStability;
import io.callscope.statistics.multiplicity.Adjustment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One feature of calls then and now. A change has to be both: not to be had by chance ({@link ClusteredHomogeneity}, with
 * Benjamini and Hochberg's correction over all features) and large (the population stability index).
 *
 * @param feature id of an {@link InputFeature}, or the key of an item that the machine answers
 * @param reference calls of the weeks that the machine was checked on
 * @param now calls of the week that is compared
 * @param referenceMean of what is measured; null otherwise
 * @param nowMean of what is measured; null otherwise
 * @param most where most of the difference is; null where nothing is compared
 * @param stability population stability index, 0 or more; null where nothing is compared
 * @param p corrected; null where nothing is compared
 * @param verdict what is said
 */
public record InputShift(
        String feature,
        long reference,
        long now,
        @Nullable Double referenceMean,
        @Nullable Double nowMean,
        @Nullable Move most,
        @Nullable Double stability,
        @Nullable Double p,
        ShiftVerdict verdict) {
    /** Fewer calls in either time are not compared. */
    public static final int CALLS = 200;

    /** Calls of fewer agents are not compared. */
    public static final int AGENTS = 5;

    /** From this index on one speaks of a moderate shift (Siddiqi 2006). */
    public static final double MODERATE = 0.10;

    /** From this one on of a large one. */
    public static final double LARGE = 0.25;

    /** The expected share of false ones among the changes that are told. */
    public static final double LEVEL = 0.10;

    /** The least share that a bin is taken to have. */
    private static final double FLOOR = 0.001;

    /**
     * A bin's share then and now.
     *
     * @param bin place of a measured feature's bin, from 0, or a name
     */
    public record Move(String bin, double from, double to) {}

    /** Every feature, in their order. */
    static List<InputShift> of(List<InputCounts> features) {
        List<Optional<ClusteredHomogeneity>> tests =
                features.stream().map(InputShift::test).toList();
        List<OptionalDouble> p = Adjustment.BENJAMINI_HOCHBERG.adjust(tests.stream()
                .map(test -> test.map(found -> OptionalDouble.of(found.p())).orElse(OptionalDouble.empty()))
                .toList());
        List<InputShift> shifts = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            shifts.add(of(features.get(i), p.get(i)));
        }
        return shifts;
    }

    private static Optional<ClusteredHomogeneity> test(InputCounts counts) {
        return refusal(counts) == null ? ClusteredHomogeneity.of(counts.reference(), counts.now()) : Optional.empty();
    }

    private static @Nullable ShiftVerdict refusal(InputCounts counts) {
        if (Math.min(counts.reference().calls(), counts.now().calls()) < CALLS) {
            return ShiftVerdict.TOO_FEW_CALLS;
        }
        if (Math.min(counts.reference().clusters(), counts.now().clusters()) < AGENTS) {
            return ShiftVerdict.TOO_FEW_AGENTS;
        }
        return counts.bins().size() < 2 ? ShiftVerdict.CONSTANT : null;
    }

    private static InputShift of(InputCounts counts, OptionalDouble p) {
        ShiftVerdict refusal = refusal(counts);
        if (refusal != null || p.isEmpty()) {
            return shift(counts, null, null, null, refusal == null ? ShiftVerdict.CONSTANT : refusal);
        }
        double stability = PopulationStability.of(calls(counts.reference()), calls(counts.now()), FLOOR)
                .orElseThrow();
        boolean beyondChance = p.getAsDouble() <= LEVEL;
        ShiftVerdict verdict = !beyondChance || stability < MODERATE
                ? ShiftVerdict.SAME
                : stability < LARGE ? ShiftVerdict.CHANGED : ShiftVerdict.MUCH_CHANGED;
        return shift(counts, most(counts), stability, p.getAsDouble(), verdict);
    }

    private static InputShift shift(
            InputCounts counts,
            @Nullable Move most,
            @Nullable Double stability,
            @Nullable Double p,
            ShiftVerdict verdict) {
        return new InputShift(
                counts.feature(),
                counts.reference().calls(),
                counts.now().calls(),
                counts.referenceMean(),
                counts.nowMean(),
                most,
                stability,
                p,
                verdict);
    }

    private static Move most(InputCounts counts) {
        long[] before = calls(counts.reference());
        long[] after = calls(counts.now());
        Move most = null;
        for (int bin = 0; bin < before.length; bin++) {
            Move move = new Move(
                    counts.bins().get(bin),
                    (double) before[bin] / counts.reference().calls(),
                    (double) after[bin] / counts.now().calls());
            if (most == null || Math.abs(move.to() - move.from()) > Math.abs(most.to() - most.from())) {
                most = move;
            }
        }
        return Objects.requireNonNull(most);
    }

    private static long[] calls(ClusteredCounts counts) {
        return counts.bins().stream().mapToLong(ClusteredCounts.Bin::calls).toArray();
    }
}
