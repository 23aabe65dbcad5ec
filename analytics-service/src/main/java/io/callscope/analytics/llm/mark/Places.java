package io.callscope.analytics.llm.mark;

import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What may be done with places of a transcript. Stateless. */
public final class Places {
    private static final int MOST = 6;

    private Places() {}

    /** Whether two places share a character. */
    public static boolean overlap(Evidence one, Evidence other) {
        return one.utteranceId() == other.utteranceId()
                && one.startChar() < other.endChar()
                && other.startChar() < one.endChar();
    }

    /** Whether two marks share a character. */
    public static boolean overlap(Mark one, Mark other) {
        return one.evidence().stream()
                .anyMatch(place -> other.evidence().stream().anyMatch(another -> overlap(place, another)));
    }

    /** All of them in order of time, those that share characters as one; at most six, the first ones. */
    public static List<Evidence> union(Collection<Evidence> places) {
        List<Evidence> joined = new ArrayList<>();
        places.stream()
                .sorted(Comparator.comparingInt(Evidence::utteranceId).thenComparingInt(Evidence::startChar))
                .forEach(place -> add(joined, place));
        joined.sort(Comparator.comparingLong(Evidence::startMs).thenComparingInt(Evidence::utteranceId));
        return List.copyOf(joined.subList(0, Math.min(MOST, joined.size())));
    }

    private static void add(List<Evidence> joined, Evidence place) {
        int last = joined.size() - 1;
        if (last < 0 || !overlap(joined.get(last), place)) {
            joined.add(place);
            return;
        }
        Evidence before = joined.get(last);
        joined.set(
                last,
                new Evidence(
                        place.utteranceId(),
                        before.startChar(),
                        Math.max(before.endChar(), place.endChar()),
                        Math.min(before.startMs(), place.startMs()),
                        Math.max(before.endMs(), place.endMs())));
    }
}
