package io.callscope.analytics.scorecard;

import io.callscope.model.analysis.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the machine says of one criterion in one call.
 *
 * @param criterion which one
 * @param answer the answer
 * @param why it is unscored; null otherwise
 * @param evidence words the answer stands on; empty when it stands on none
 * @param searched where words were looked for in vain; null otherwise
 */
public record CriterionResult(
        Criterion criterion,
        Answer answer,
        @Nullable Unscored why,
        List<Evidence> evidence,
        @Nullable Searched searched) {
    public CriterionResult {
        evidence = List.copyOf(evidence);
        if ((answer == Answer.UNSCORED) == (why == null)) {
            throw new IllegalArgumentException("criterion %s %s because of %s: expected a reason exactly when unscored"
                    .formatted(criterion.id(), answer, why));
        }
    }

    static CriterionResult of(Criterion criterion, Finding finding) {
        return new CriterionResult(criterion, finding.answer(), finding.why(), finding.evidence(), finding.searched());
    }

    static CriterionResult notApplicable(Criterion criterion) {
        return new CriterionResult(criterion, Answer.NOT_APPLICABLE, null, List.of(), null);
    }
}
