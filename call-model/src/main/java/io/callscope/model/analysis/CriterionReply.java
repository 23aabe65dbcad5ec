package io.callscope.model.analysis;

import java.util.List;
import java.util.Objects;

/**
 * What a language model says to one question of a scorecard.
 *
 * @param question hash of the question's text
 * @param answer {@code yes}, {@code no}, {@code not-applicable}, {@code unclear}, or {@code not-proven}: it said yes and
 *     named words that nobody said
 * @param evidence words of the call that the answer stands on; empty where it names none that were said
 */
public record CriterionReply(String question, String answer, List<Evidence> evidence) {
    public static final String YES = "yes";
    public static final String NO = "no";
    public static final String NOT_APPLICABLE = "not-applicable";
    public static final String UNCLEAR = "unclear";
    public static final String NOT_PROVEN = "not-proven";

    public CriterionReply {
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(answer, "answer");
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }
}
