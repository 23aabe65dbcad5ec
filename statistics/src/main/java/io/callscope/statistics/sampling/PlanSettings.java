package io.callscope.statistics.sampling;

import io.callscope.statistics.Probabilities;

/**
 * How a sample is drawn.
 *
 * @param calls how many people will review, 0 or more
 * @param uncertaintyPart τ: how much of the sample goes where scores are unsure, the rest evenly; 0 to less than 1, so
 *     that every call can be drawn
 * @param perAgent how many calls every agent must have at least, as far as the agent has that many; 0 or more
 * @param doubleShare how much of the sample a second person scores too, 0 to 1
 * @param tuningShare how much of the sample may be looked at to mend the machine and so proves nothing about it, 0 to 1
 */
public record PlanSettings(int calls, double uncertaintyPart, int perAgent, double doubleShare, double tuningShare) {
    public PlanSettings {
        if (calls < 0 || perAgent < 0) {
            throw new IllegalArgumentException(
                    "%d calls, %d of each agent: expected 0 or more".formatted(calls, perAgent));
        }
        if (!(uncertaintyPart >= 0 && uncertaintyPart < 1)) {
            throw new IllegalArgumentException(
                    "part by uncertainty %s: expected 0 to less than 1".formatted(uncertaintyPart));
        }
        Probabilities.share("double-scored share", doubleShare);
        Probabilities.share("tuning share", tuningShare);
    }

    /** Half by uncertainty, no minimum of agents, a fifth scored twice, three tenths for tuning. */
    public static PlanSettings usual(int calls) {
        return new PlanSettings(calls, 0.5, 0, 0.2, 0.3);
    }
}
