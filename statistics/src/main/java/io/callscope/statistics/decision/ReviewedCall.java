package io.callscope.statistics.decision;

import io.callscope.statistics.Probabilities;

/**
 * One call that a person scored without seeing the machine's mark, drawn with a known probability.
 *
 * @param failed what people say
 * @param machineFailed what the machine says
 * @param weight 1/π, above 0
 * @param agent whose call it is; calls of one agent resemble each other
 */
public record ReviewedCall(boolean failed, boolean machineFailed, double weight, String agent) {
    public ReviewedCall {
        Probabilities.positive("weight", weight);
    }
}
