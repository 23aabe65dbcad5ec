package io.callscope.analytics.desk;

import io.callscope.model.analysis.Evidence;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the queue orders and draws its line by, out of the reasons of a card that still stand. Immutable.
 *
 * @param priority the most urgent reason's, 1 to 3
 * @param dueAt the earliest end of a term
 * @param severity the highest, 0 to 3
 * @param confidence of recognition, of the leading reason
 * @param rule of the leading reason: the most urgent, then soonest due, then severest, then best recognised
 * @param rules of all reasons
 * @param agent of the leading reason's call
 * @param agentName likewise
 * @param workMs how long checking takes
 * @param calls how many calls are to be looked at
 * @param capped whether every reason came when its rule had its calls of the day already
 */
record CardFacts(
        int priority,
        Instant dueAt,
        int severity,
        double confidence,
        String rule,
        List<String> rules,
        @Nullable String agent,
        @Nullable String agentName,
        long workMs,
        int calls,
        boolean capped) {
    CardFacts {
        rules = List.copyOf(rules);
    }

    /**
     * @throws IllegalArgumentException when no reason stands
     */
    static CardFacts of(Collection<Standing> standing, Term term, CheckingTime time) {
        Comparator<Standing> order = Comparator.comparingInt(Standing::priority)
                .thenComparing(reason -> term.end(reason.priority(), reason.knownAt()))
                .thenComparing(Standing::severity, Comparator.reverseOrder())
                .thenComparing(Standing::confidence, Comparator.reverseOrder())
                .thenComparing(Standing::callId)
                .thenComparing(Standing::rule);
        List<Standing> ordered = standing.stream().sorted(order).toList();
        if (ordered.isEmpty()) {
            throw new IllegalArgumentException("no reason stands: expected one or more");
        }
        Standing leading = ordered.get(0);
        Map<String, List<Standing>> byCall = ordered.stream()
                .collect(Collectors.groupingBy(Standing::callId, LinkedHashMap::new, Collectors.toList()));
        return new CardFacts(
                leading.priority(),
                Objects.requireNonNull(ordered.stream()
                        .map(reason -> term.end(reason.priority(), reason.knownAt()))
                        .min(Comparator.naturalOrder())
                        .orElse(null)),
                ordered.stream().mapToInt(Standing::severity).max().orElse(0),
                leading.confidence(),
                leading.rule(),
                ordered.stream().map(Standing::rule).distinct().toList(),
                leading.agent(),
                leading.agentName(),
                byCall.values().stream()
                                .mapToLong(call -> listening(call, time))
                                .sum()
                        + time.decision().toMillis(),
                byCall.size(),
                ordered.stream().allMatch(Standing::capped));
    }

    private static long listening(List<Standing> ofOneCall, CheckingTime time) {
        List<Evidence> words =
                ofOneCall.stream().flatMap(reason -> reason.evidence().stream()).toList();
        return time.listeningMs(words, ofOneCall.get(0).durationMs());
    }
}
