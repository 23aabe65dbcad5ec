package io.callscope.analytics.review.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of a call elsewhere.
 *
 * @param reviewer as his file names him
 * @param at when he gave it, or the import came where his file does not say
 * @param scorecard by which he scored
 * @param comment on the whole call; null when there is none
 * @param answers on criteria, in their order of ids
 */
public record ImportedScore(
        String reviewer,
        Instant at,
        String scorecard,
        @Nullable String comment,
        List<Answer> answers) {
    public ImportedScore {
        answers = List.copyOf(answers);
    }

    /**
     * On one criterion.
     *
     * @param answer met, not-met or not-applicable
     */
    public record Answer(
            String criterion, String answer, @Nullable String comment) {}

    /** How many criteria he scored this way. */
    public long count(String answer) {
        return answers.stream().filter(one -> one.answer().equals(answer)).count();
    }
}
