package io.callscope.analytics.scorecard;

import io.callscope.model.analysis.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a judge, or a circumstance, finds in a call.
 *
 * @param answer met, not met or unscored; of a circumstance: given, not given, not known
 * @param why it is unscored; null otherwise
 * @param evidence words it stands on; empty when it is about words that were not said, or about no words
 * @param searched where words were looked for and not found; null otherwise
 */
record Finding(
        Answer answer,
        @Nullable Unscored why,
        List<Evidence> evidence,
        @Nullable Searched searched) {
    Finding {
        evidence = List.copyOf(evidence);
        if (answer == Answer.NOT_APPLICABLE || (answer == Answer.UNSCORED) == (why == null)) {
            throw new IllegalArgumentException(
                    "%s because of %s: expected a reason exactly when unscored".formatted(answer, why));
        }
    }

    static Finding met(List<Evidence> evidence) {
        return new Finding(Answer.MET, null, evidence, null);
    }

    static Finding notMet(List<Evidence> evidence) {
        return new Finding(Answer.NOT_MET, null, evidence, null);
    }

    static Finding notFound(Searched searched) {
        return new Finding(Answer.NOT_MET, null, List.of(), searched);
    }

    static Finding unscored(Unscored why) {
        return new Finding(Answer.UNSCORED, why, List.of(), null);
    }

    static Finding of(boolean met) {
        return met ? met(List.of()) : notMet(List.of());
    }

    /** The first that fails, else the first that is not known, else the first. */
    static Finding all(List<Finding> findings) {
        return firstOf(findings, Answer.NOT_MET, Answer.UNSCORED);
    }

    /** The first that holds, else the first that is not known, else the first. */
    static Finding any(List<Finding> findings) {
        return firstOf(findings, Answer.MET, Answer.UNSCORED);
    }

    private static Finding firstOf(List<Finding> findings, Answer... wanted) {
        for (Answer answer : wanted) {
            for (Finding finding : findings) {
                if (finding.answer == answer) {
                    return finding;
                }
            }
        }
        return findings.get(0);
    }
}
