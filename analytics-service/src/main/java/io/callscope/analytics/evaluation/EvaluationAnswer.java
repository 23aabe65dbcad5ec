package io.callscope.analytics.evaluation;

import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.scorecard.CriterionResult;
import io.callscope.analytics.scorecard.Harm;
import io.callscope.analytics.scorecard.Searched;
import io.callscope.analytics.scorecard.Unscored;
import io.callscope.model.analysis.Evidence;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the machine says of one criterion in one call.
 *
 * @param criterion its id
 * @param weight of the scorecard's 100 points
 * @param critical whom its failure harms; null when it is not critical
 * @param answer the answer
 * @param reason why it is unscored; null otherwise
 * @param probability that it is met, 0 to 1; null where the machine states none
 * @param evidence words the answer stands on; empty when it stands on none
 * @param searched where words were looked for in vain; null otherwise
 */
public record EvaluationAnswer(
        String criterion,
        int weight,
        @Nullable Harm critical,
        Answer answer,
        @Nullable Unscored reason,
        @Nullable Double probability,
        List<Evidence> evidence,
        @Nullable Searched searched) {
    public EvaluationAnswer {
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(answer, "answer");
        evidence = List.copyOf(evidence);
        if ((answer == Answer.UNSCORED) == (reason == null)) {
            throw new IllegalArgumentException("criterion %s %s because of %s: expected a reason exactly when unscored"
                    .formatted(criterion, answer, reason));
        }
    }

    static EvaluationAnswer of(CriterionResult result) {
        return new EvaluationAnswer(
                result.criterion().id(),
                result.criterion().weight(),
                result.criterion().critical(),
                result.answer(),
                result.why(),
                null,
                result.evidence(),
                result.searched());
    }
}
