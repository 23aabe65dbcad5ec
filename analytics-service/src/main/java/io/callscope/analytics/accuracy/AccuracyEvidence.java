package io.callscope.analytics.accuracy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is known of a site's machine.
 *
 * @param items one for each item, in the order pages show them
 * @param totals of each scorecard by its id
 * @param reviews how many count as evidence
 * @param simulated how many of them no person gave
 */
public record AccuracyEvidence(
        List<ItemEvidence> items, Map<String, List<ScoredTotal>> totals, long reviews, long simulated) {
    public AccuracyEvidence {
        items = List.copyOf(items);
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
        if (simulated < 0 || simulated > reviews) {
            throw new IllegalArgumentException(
                    "%d simulated of %d reviews: expected no more than reviews".formatted(simulated, reviews));
        }
    }
}
