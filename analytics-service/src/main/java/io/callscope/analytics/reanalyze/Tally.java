package io.callscope.analytics.reanalyze;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Counts what calls have before and after, by id. Its size is that of the codebook. Not thread-safe. */
final class Tally {
    private static final class Count {
        private long kept;
        private long gained;
        private long lost;
        private final Sample gainedExamples = new Sample();
        private final Sample lostExamples = new Sample();
    }

    private final Map<String, Count> counts = new HashMap<>();

    /**
     * @param before id to where it is heard, milliseconds
     * @return whether anything was gained or lost
     */
    boolean add(String callId, Map<String, Long> before, Map<String, Long> after) {
        Set<String> ids = new HashSet<>(before.keySet());
        ids.addAll(after.keySet());
        boolean differs = false;
        for (String id : ids) {
            Count count = counts.computeIfAbsent(id, any -> new Count());
            Long was = before.get(id);
            Long is = after.get(id);
            if (was != null && is != null) {
                count.kept++;
            } else if (is != null) {
                count.gained++;
                count.gainedExamples.add(new Example(callId, is));
                differs = true;
            } else {
                count.lost++;
                count.lostExamples.add(new Example(callId, Objects.requireNonNull(was)));
                differs = true;
            }
        }
        return differs;
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        counts.forEach((id, count) -> {
            if (count.gained + count.lost > 0) {
                changes.add(new Change(
                        id,
                        count.kept,
                        count.gained,
                        count.lost,
                        count.gainedExamples.examples(),
                        count.lostExamples.examples()));
            }
        });
        changes.sort(Comparator.comparingLong((Change change) -> -(change.gained() + change.lost()))
                .thenComparing(Change::id));
        return changes;
    }
}
