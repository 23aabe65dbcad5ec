package io.callscope.analytics.reanalyze;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts of what calls are heard otherwise. Not thread-safe. */
final class Moves {
    private record FromTo(String from, String to) {}

    private static final class Count {
        private long calls;
        private final Sample examples = new Sample();
    }

    private final Map<FromTo, Count> counts = new HashMap<>();

    /** @return whether the two differ */
    boolean add(String callId, String from, String to) {
        if (from.equals(to)) {
            return false;
        }
        Count count = counts.computeIfAbsent(new FromTo(from, to), any -> new Count());
        count.calls++;
        count.examples.add(new Example(callId, 0));
        return true;
    }

    List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        counts.forEach(
                (pair, count) -> moves.add(new Move(pair.from(), pair.to(), count.calls, count.examples.examples())));
        moves.sort(Comparator.comparingLong((Move move) -> -move.calls())
                .thenComparing(Move::from)
                .thenComparing(Move::to));
        return moves;
    }
}
