package io.callscope.analytics.accuracy.madeup;

import java.util.List;
import java.util.SplittableRandom;

/**
 * How an item of a simulated center behaves.
 *
 * @param failures share of calls that fail it in truth
 * @param recall share of the failures that the machine marks
 * @param specificity share of the other calls that it does not mark
 * @param peopleErr share of calls on which a controller errs
 */
record Profile(double failures, double recall, double specificity, double peopleErr) {
    /** As criteria of real scorecards differ: found by the machine, half found, never found, over-marked, disputed. */
    static final List<Profile> USUAL = List.of(
            new Profile(0.25, 0.995, 0.995, 0.03),
            new Profile(0.20, 0.90, 0.97, 0.03),
            new Profile(0.08, 0, 1, 0.02),
            new Profile(0.15, 0.92, 0.86, 0.03),
            new Profile(0.25, 0.95, 0.96, 0.14));

    /** What the truth, the machine and two controllers say of one call. */
    record Said(boolean machine, boolean first, boolean second) {}

    Said draw(SplittableRandom random) {
        boolean failed = random.nextDouble() < failures;
        boolean machineErrs = random.nextDouble() >= (failed ? recall : specificity);
        return new Said(
                failed ^ machineErrs,
                failed ^ (random.nextDouble() < peopleErr),
                failed ^ (random.nextDouble() < peopleErr));
    }
}
