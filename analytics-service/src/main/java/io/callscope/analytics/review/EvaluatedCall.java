package io.callscope.analytics.review;

import io.callscope.analytics.scorecard.Answer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a week that may be drawn.
 *
 * @param team empty when it is not known
 * @param agent empty when he is not known
 * @param scorecard by which it will be reviewed
 * @param answers what the machine says by it
 */
record EvaluatedCall(
        String callId, String team, String agent, Instant startedAt, String scorecard, List<MachineAnswer> answers) {
    EvaluatedCall {
        answers = List.copyOf(answers);
    }

    /**
     * What the machine says of one criterion.
     *
     * @param probability that it is met; null where the machine states none
     */
    record MachineAnswer(
            String criterion,
            boolean critical,
            Answer answer,
            @Nullable Double probability) {}
}
