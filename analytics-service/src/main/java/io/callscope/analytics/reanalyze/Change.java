package io.callscope.analytics.reanalyze;

import java.util.List;
import java.util.Objects;

/**
 * In how many calls one code, signal or flag is heard before and after.
 *
 * @param id of the code, signal or flag rule
 * @param kept calls that have it before and after
 * @param gained calls that have it only after
 * @param lost calls that had it only before
 * @param gainedExamples some of those, at random
 * @param lostExamples likewise
 */
public record Change(
        String id, long kept, long gained, long lost, List<Example> gainedExamples, List<Example> lostExamples) {
    public Change {
        Objects.requireNonNull(id, "id");
        gainedExamples = List.copyOf(gainedExamples);
        lostExamples = List.copyOf(lostExamples);
    }

    /** Calls that have it before. */
    public long before() {
        return kept + lost;
    }

    /** Calls that have it after. */
    public long after() {
        return kept + gained;
    }
}
