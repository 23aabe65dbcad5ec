package io.callscope.statistics.decision;

import io.callscope.statistics.BinaryCounts;
import io.callscope.statistics.intervals.ClusteredShare;
import io.callscope.statistics.intervals.EffectiveSize;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * All that is known of one item and one version of the machine. Calls that were used to write or tune the machine, or
 * were not drawn with a known probability, do not belong in it.
 *
 * @param shares how machine and people agree
 * @param colleague how the machine does beside two people
 * @param standing whether it still is the same machine
 */
public record Evidence(Shares shares, Colleague colleague, Standing standing) {
    /**
     * Agreement of machine and people on single calls.
     *
     * @param agreement over all calls
     * @param recall how many failures the machine finds
     * @param specificity how many passes it passes
     */
    public record Shares(SampledShare agreement, SampledShare recall, SampledShare specificity) {
        /** How alike calls of an agent are taken to be when there is a single agent, from whom nothing can be seen. */
        private static final double PLANNED_CORRELATION = 0.05;

        public Shares {
            if (agreement.n() != recall.n() + specificity.n()) {
                throw new IllegalArgumentException("%d calls, %d failures, %d passes: expected the sum"
                        .formatted(agreement.n(), recall.n(), specificity.n()));
            }
        }

        /** From reviewed calls with their weights and agents. */
        public static Shares of(List<ReviewedCall> calls) {
            double fallback = designEffect(calls);
            return new Shares(
                    share(calls, call -> call.failed() == call.machineFailed(), fallback),
                    share(calls.stream().filter(ReviewedCall::failed).toList(), ReviewedCall::machineFailed, fallback),
                    share(
                            calls.stream().filter(call -> !call.failed()).toList(),
                            call -> !call.machineFailed(),
                            fallback));
        }

        /** From counts of an evenly drawn sample; "yes" is a failure. */
        public static Shares of(BinaryCounts counts, double designEffect) {
            return new Shares(
                    SampledShare.of(counts.tp() + counts.tn(), counts.total(), designEffect),
                    SampledShare.of(counts.tp(), counts.tp() + counts.fn(), designEffect),
                    SampledShare.of(counts.tn(), counts.tn() + counts.fp(), designEffect));
        }

        /**
         * The design effect to use where a share of 0 or 1 shows none of its own: that of the agreement, or the planned
         * one of a single agent.
         */
        private static double designEffect(List<ReviewedCall> calls) {
            long agents = calls.stream().map(ReviewedCall::agent).distinct().count();
            if (agents == 1) {
                return EffectiveSize.plannedDesignEffect(calls.size(), PLANNED_CORRELATION);
            }
            return calls.isEmpty()
                    ? 1
                    : clustered(calls, call -> call.failed() == call.machineFailed())
                            .designEffect()
                            .orElse(1);
        }

        private static SampledShare share(List<ReviewedCall> calls, Predicate<ReviewedCall> success, double fallback) {
            if (calls.isEmpty()) {
                return new SampledShare(OptionalDouble.empty(), 0, 0);
            }
            ClusteredShare share = clustered(calls, success);
            return new SampledShare(
                    OptionalDouble.of(share.share()),
                    calls.size(),
                    Math.min(share.effectiveSize(fallback), calls.size()));
        }

        private static ClusteredShare clustered(List<ReviewedCall> calls, Predicate<ReviewedCall> success) {
            boolean[] successes = new boolean[calls.size()];
            for (int i = 0; i < successes.length; i++) {
                successes[i] = success.test(calls.get(i));
            }
            return ClusteredShare.of(
                    successes,
                    calls.stream().mapToDouble(ReviewedCall::weight).toArray(),
                    calls.stream().map(ReviewedCall::agent).toList());
        }
    }
}
