package io.callscope.analytics.desk;

import io.callscope.model.analysis.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reason to look at a card that still stands, with what is needed of its call. Immutable.
 *
 * @param agent whose call it is; null when it is not known
 * @param agentName likewise
 * @param team likewise
 * @param severity of the call's worst barrier, 0 to 3
 * @param confidence of recognition in the words, 0 to 1
 * @param evidence the words; empty when the rule fired on something not said
 * @param knownAt when the call was analyzed with this flag first
 * @param capped whether the rule had its calls of that day already
 */
record Standing(
        String callId,
        @Nullable String agent,
        @Nullable String agentName,
        @Nullable String team,
        long durationMs,
        String rule,
        int priority,
        int severity,
        double confidence,
        List<Evidence> evidence,
        Instant knownAt,
        boolean capped) {
    Standing {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(knownAt, "knownAt");
        evidence = List.copyOf(evidence);
    }
}
