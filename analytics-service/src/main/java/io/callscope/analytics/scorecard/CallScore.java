package io.callscope.analytics.scorecard;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A call by a scorecard. What does not apply and what only people judge leaves the denominator; what is unscored besides
 * may be a fifth of the rest at most, or there is no total.
 *
 * @param scorecard id of the scorecard
 * @param version its hash
 * @param results in the order of the scorecard
 */
public record CallScore(String scorecard, String version, List<CriterionResult> results) {
    /** How much of what the machine should judge may be unscored: with more, what is scored says nothing of the whole. */
    public static final double MOST_UNSCORED = 0.2;

    public CallScore {
        results = List.copyOf(results);
    }

    /**
     * 0 to 100: met weight of scored weight. A critical failure makes it 0, however much is unscored. Empty when more
     * than a fifth of the weight is unscored, or nothing applies.
     */
    public OptionalDouble total() {
        return criticalFailures().isEmpty() ? totalWithoutCritical() : OptionalDouble.of(0);
    }

    /** The same without that critical failures make it 0; they count by their weight. */
    public OptionalDouble totalWithoutCritical() {
        int unscored = weight(results.stream()
                .filter(result -> result.answer() == Answer.UNSCORED && result.why() != Unscored.PEOPLE_ONLY));
        int scored = scoredWeight();
        return scored == 0 || unscored > MOST_UNSCORED * (scored + unscored)
                ? OptionalDouble.empty()
                : OptionalDouble.of(100.0 * weight(with(Answer.MET)) / scored);
    }

    /** How many of the scorecard's 100 points the total covers. */
    public int scoredWeight() {
        return weight(with(Answer.MET)) + weight(with(Answer.NOT_MET));
    }

    /** Critical criteria that are not met. */
    public List<CriterionResult> criticalFailures() {
        return with(Answer.NOT_MET)
                .filter(result -> result.criterion().critical() != null)
                .toList();
    }

    private Stream<CriterionResult> with(Answer answer) {
        return results.stream().filter(result -> result.answer() == answer);
    }

    private static int weight(Stream<CriterionResult> results) {
        return results.mapToInt(result -> result.criterion().weight()).sum();
    }
}
