package io.callscope.analytics.flags;

import io.callscope.analytics.codebook.LocalText;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Flag;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.call.CallMetadata;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule that says which calls a supervisor should look at. Immutable.
 *
 * @param id such as {@code churn-risk}
 * @param name as the queue shows it
 * @param on whether it is applied
 * @param priority 1 same hour, 2 same day, 3 this week
 * @param dailyCap calls a day that the queue takes from this rule
 * @param work whether its calls are work for the queue; false for examples
 * @param queues the only queues it applies to; empty for all
 * @param resolutionIsNot it keeps silent when the question ended so; null when it never does
 * @param conditions it fires when one of them holds; empty when it waits for something not measured yet
 * @param needs what it waits for; null when nothing
 */
public record FlagRule(
        String id,
        LocalText name,
        boolean on,
        int priority,
        int dailyCap,
        boolean work,
        Set<String> queues,
        @Nullable Resolution resolutionIsNot,
        List<FlagCondition> conditions,
        @Nullable String needs) {
    private static final int MAX_EVIDENCE = 6;

    public FlagRule {
        queues = Set.copyOf(queues);
        conditions = List.copyOf(conditions);
    }

    /** The flag, if the rule is on and one of its conditions holds. */
    Optional<Flag> evaluate(CallMetadata metadata, FlagBasis call) {
        if (!on || !fires(metadata.queue(), call)) {
            return Optional.empty();
        }
        List<FlagCondition> holding =
                conditions.stream().filter(condition -> condition.holds(call)).toList();
        List<Evidence> evidence = holding.stream()
                .flatMap(condition -> condition.evidence(call).stream())
                .distinct()
                .sorted(Comparator.comparingLong(Evidence::startMs).thenComparingInt(Evidence::utteranceId))
                .limit(MAX_EVIDENCE)
                .toList();
        return Optional.of(new Flag(id, priority, evidence));
    }

    /** Whether it fires on what becomes of a call later, and so not with its analysis. */
    public boolean isDecidedLater() {
        return conditions.stream().anyMatch(FlagCondition.OverduePromise.class::isInstance);
    }

    /**
     * Whether it looks at the calls of a line.
     *
     * @param queue null when it is not known
     */
    public boolean isFor(@Nullable String queue) {
        return queues.isEmpty() || queue != null && queues.contains(queue);
    }

    /**
     * Whether one of its conditions holds, were it on: what a dry run asks.
     *
     * @param queue the call's line; null when it is not known
     */
    public boolean fires(@Nullable String queue, FlagBasis call) {
        return isFor(queue)
                && call.heard().resolution() != resolutionIsNot
                && conditions.stream().anyMatch(condition -> condition.holds(call));
    }
}
