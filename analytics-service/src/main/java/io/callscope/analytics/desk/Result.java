package io.callscope.analytics.desk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What checking a card came to, and what follows. Immutable.
 *
 * @param falseReason why the mark is false; there exactly when it is
 * @param followUp what is to be done; null when nothing
 * @param department whom a {@link FollowUp#PASS_ON} goes to; there exactly then
 * @param comment in the checker's words; empty when there is none
 */
public record Result(
        Outcome outcome,
        @Nullable FalseReason falseReason,
        @Nullable FollowUp followUp,
        @Nullable String department,
        String comment) {
    public Result {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(comment, "comment");
        if ((outcome == Outcome.FALSE_MARK) != (falseReason != null)) {
            throw new IllegalArgumentException("outcome %s, reason %s: expected a reason exactly for a false mark"
                    .formatted(outcome.id(), falseReason));
        }
        if ((followUp == FollowUp.PASS_ON) != (department != null)) {
            throw new IllegalArgumentException(
                    "follow-up %s, department %s: expected one exactly for passing on".formatted(followUp, department));
        }
    }

    public static Result of(Outcome outcome) {
        return new Result(outcome, null, null, null, "");
    }

    public static Result falseMark(FalseReason reason) {
        return new Result(Outcome.FALSE_MARK, reason, null, null, "");
    }
}
