package io.callscope.statistics.decision;

import io.callscope.statistics.Probabilities;

/**
 * One call that two people scored, neither seeing the other's mark nor the machine's.
 *
 * @param machineFailed what the machine says
 * @param firstFailed what the first person says
 * @param secondFailed what the second person says
 * @param weight 1/(π·π₂), above 0
 * @param agent whose call it is
 */
public record DoubleScoredCall(
        boolean machineFailed, boolean firstFailed, boolean secondFailed, double weight, String agent) {
    public DoubleScoredCall {
        Probabilities.positive("weight", weight);
    }
}
