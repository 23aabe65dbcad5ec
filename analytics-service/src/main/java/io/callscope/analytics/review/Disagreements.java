package io.callscope.analytics.review;

import io.callscope.analytics.scorecard.Answer;
import io.callscope.statistics.sampling.Uncertainty;
import java.util.List;
import java.util.Map;

/**
 * How often people disagreed so far with what the machine said, by scorecard, criterion and the machine's answer.
 *
 * @param counts of blind reviews of calls kept as evidence
 */
record Disagreements(Map<Of, Counts> counts) {
    private static final double CRITICAL = 2;
    private static final Counts NONE = new Counts(0, 0);

    Disagreements {
        counts = Map.copyOf(counts);
    }

    record Of(String scorecard, String criterion, Answer answer) {}

    record Counts(long disagreements, long reviewed) {}

    /** How unsure the machine's scores of a call are; what it does not score says nothing. */
    double uncertainty(EvaluatedCall call) {
        List<Uncertainty.Item> items = call.answers().stream()
                .filter(one -> one.answer() != Answer.UNSCORED)
                .map(one -> item(call.scorecard(), one))
                .toList();
        return Uncertainty.of(items);
    }

    private Uncertainty.Item item(String scorecard, EvaluatedCall.MachineAnswer one) {
        Counts known = counts.getOrDefault(new Of(scorecard, one.criterion(), one.answer()), NONE);
        double probability = one.probability() != null
                ? one.probability()
                : Uncertainty.ofDisagreements(known.disagreements(), known.reviewed());
        return new Uncertainty.Item(probability, one.critical() ? CRITICAL : 1);
    }
}
