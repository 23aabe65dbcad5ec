package io.callscope.analytics.scorecard;

import io.callscope.analytics.codebook.LocalText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing a good call must hold. Immutable.
 *
 * @param id unique in its scorecard
 * @param name as pages show it
 * @param section the section it stands in
 * @param weight of 100
 * @param critical whom its failure harms, so that it makes the total 0; null when it is not critical
 * @param when it applies: one of these is enough; empty for always
 * @param judge how it is judged
 */
public record Criterion(
        String id,
        LocalText name,
        String section,
        int weight,
        @Nullable Harm critical,
        List<Circumstance> when,
        Judge judge) {
    public Criterion {
        when = List.copyOf(when);
        if (weight < 1 || weight > 100) {
            throw new IllegalArgumentException("criterion %s of weight %d: expected 1 to 100".formatted(id, weight));
        }
    }

    /** Whether people alone judge it, so that no machine's total waits for it. */
    public boolean peopleOnly() {
        return judge instanceof Judge.People;
    }

    /** Questions it has for a language model: what it applies to, and how it is judged. */
    Stream<LocalText> questions() {
        return Stream.concat(when.stream().flatMap(Circumstance::questions), judge.questions());
    }

    CriterionResult of(ScorecardBasis call) {
        if (peopleOnly()) {
            return CriterionResult.of(this, Finding.unscored(Unscored.PEOPLE_ONLY));
        }
        Finding given = when.isEmpty()
                ? Finding.of(true)
                : Finding.any(when.stream().map(one -> one.in(call)).toList());
        return switch (given.answer()) {
            case MET ->
                judge instanceof Judge.Question question && question.isNotApplicable(call)
                        ? CriterionResult.notApplicable(this)
                        : CriterionResult.of(this, judge.of(call));
            case UNSCORED -> CriterionResult.of(this, given);
            case NOT_MET, NOT_APPLICABLE -> CriterionResult.notApplicable(this);
        };
    }
}
