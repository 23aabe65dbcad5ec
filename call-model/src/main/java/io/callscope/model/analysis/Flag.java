package io.callscope.model.analysis;

import java.util.List;
import java.util.Objects;

/**
 * A rule's verdict that a supervisor should look at the call.
 *
 * @param rule id of the flag rule, such as {@code churn-risk}
 * @param priority 1 same hour, 2 same day, 3 this week
 * @param evidence the words that made the rule fire; empty when it fired on something not said
 */
public record Flag(String rule, int priority, List<Evidence> evidence) {
    public Flag {
        Objects.requireNonNull(rule, "rule");
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        if (priority < 1 || priority > 3) {
            throw new IllegalArgumentException("flag %s, priority %d: expected 1 to 3".formatted(rule, priority));
        }
    }
}
