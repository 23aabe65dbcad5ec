package io.callscope.analytics.evaluation;

import io.callscope.analytics.scorecard.CallScore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What the machine says of one call by one scorecard.
 *
 * @param scorecard its id
 * @param scorecardVersion its hash
 * @param versionKey of everything that decided it, see {@link EvaluationKey}
 * @param total 0 to 100; null when it is not determined
 * @param totalWithoutCritical the same without that critical failures make it 0; null when it is not determined
 * @param covered how many of the 100 points the total stands on
 * @param evaluatedAt when the analysis was made that it stands on, or a changed scorecard judged the call again
 * @param answers in the order of the scorecard
 */
public record Evaluation(
        String scorecard,
        String scorecardVersion,
        String versionKey,
        @Nullable Double total,
        @Nullable Double totalWithoutCritical,
        int covered,
        Instant evaluatedAt,
        List<EvaluationAnswer> answers) {
    public Evaluation {
        Objects.requireNonNull(scorecard, "scorecard");
        Objects.requireNonNull(scorecardVersion, "scorecardVersion");
        Objects.requireNonNull(versionKey, "versionKey");
        Objects.requireNonNull(evaluatedAt, "evaluatedAt");
        answers = List.copyOf(answers);
    }

    static Evaluation of(CallScore score, String versionKey, Instant evaluatedAt) {
        return new Evaluation(
                score.scorecard(),
                score.version(),
                versionKey,
                orNull(score.total()),
                orNull(score.totalWithoutCritical()),
                score.scoredWeight(),
                evaluatedAt,
                score.results().stream().map(EvaluationAnswer::of).toList());
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }
}
