package io.callscope.statistics.sampling;

/**
 * A call that people will review.
 *
 * @param call which one
 * @param inclusion π with which it was drawn, above 0, at most 1
 * @param doubleScored whether a second person scores it blind
 * @param secondInclusion π₂ with which a drawn call is scored twice, 0 to 1
 * @param role whether it may be looked at to mend the machine
 */
public record PlannedCall(Candidate call, double inclusion, boolean doubleScored, double secondInclusion, Role role) {
    /** What a review may be used for; drawn by lot with the plan, never chosen by looking. */
    public enum Role {
        /** To write rules and prompts with. */
        TUNING,
        /** As evidence, and for nothing else. */
        EVALUATION
    }

    /** 1/π: how many calls it stands for. */
    public double weight() {
        return 1 / inclusion;
    }

    /** Whether it had to be drawn. */
    public boolean certain() {
        return inclusion == 1;
    }
}
