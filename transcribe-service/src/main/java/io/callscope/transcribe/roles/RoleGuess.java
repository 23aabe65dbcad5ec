package io.callscope.transcribe.roles;

/**
 * Which side is the agent.
 *
 * @param agentSide 0 or 1
 * @param confidence how sure that is, 0.5 to 1
 * @param strength what is to be made of it
 */
public record RoleGuess(int agentSide, double confidence, Strength strength) {
    /** What is to be made of a guess. */
    public enum Strength {
        /** Take it as known. */
        SURE,
        /** Take it, with a warning. */
        UNSURE,
        /** Leave the parties unknown. */
        TOO_WEAK
    }

    public RoleGuess {
        if (agentSide < 0 || agentSide > 1 || !(confidence >= 0.5 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "agent is side %d, confidence %s: expected 0 or 1, 0.5 to 1".formatted(agentSide, confidence));
        }
    }
}
