package io.callscope.statistics;

import java.util.OptionalDouble;

/**
 * How often a machine and people agree on a yes-or-no question. Immutable.
 *
 * @param tp both say yes
 * @param fp only the machine says yes
 * @param fn only people say yes
 * @param tn both say no
 */
public record BinaryCounts(long tp, long fp, long fn, long tn) {
    /** Nothing counted yet. */
    public static final BinaryCounts EMPTY = new BinaryCounts(0, 0, 0, 0);

    public BinaryCounts {
        if (tp < 0 || fp < 0 || fn < 0 || tn < 0) {
            throw new IllegalArgumentException(
                    "counts %d, %d, %d, %d: expected none negative".formatted(tp, fp, fn, tn));
        }
    }

    /** A single case. */
    public static BinaryCounts one(boolean people, boolean machine) {
        return new BinaryCounts(
                people && machine ? 1 : 0,
                !people && machine ? 1 : 0,
                people && !machine ? 1 : 0,
                !people && !machine ? 1 : 0);
    }

    public BinaryCounts plus(BinaryCounts other) {
        return new BinaryCounts(tp + other.tp, fp + other.fp, fn + other.fn, tn + other.tn);
    }

    /** How many cases people say yes to. */
    public long support() {
        return tp + fn;
    }

    public long total() {
        return tp + fp + fn + tn;
    }

    /** TP / (TP + FP); empty when the machine never says yes. */
    public OptionalDouble precision() {
        return ratio(tp, tp + fp);
    }

    /** TP / (TP + FN); empty when people never say yes. */
    public OptionalDouble recall() {
        return ratio(tp, tp + fn);
    }

    /** TN / (TN + FP); empty when people never say no. */
    public OptionalDouble specificity() {
        return ratio(tn, tn + fp);
    }

    /** 2TP / (2TP + FP + FN); empty when nobody ever says yes. */
    public OptionalDouble f1() {
        return ratio(2 * tp, 2 * tp + fp + fn);
    }

    private static OptionalDouble ratio(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
