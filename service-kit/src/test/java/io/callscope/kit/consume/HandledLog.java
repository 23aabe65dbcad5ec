package io.callscope.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the handlers of one or more loops did, and the guarantees that must hold over it. Thread-safe. */
final class HandledLog {
    /** How one call of a handler ended. */
    enum End {
        RETURNED,
        INTERRUPTED,
        THREW
    }

    record Place(int partition, long offset) {}

    record Handling(String member, String key, Place place, long startNanos, long endNanos, End end) {}

    private final List<Handling> handlings = new ArrayList<>();
    private final Set<Place> started = new HashSet<>();

    /** Wraps a handler so that its calls are noted. */
    RecordHandler noting(String member, RecordHandler handler) {
        return received -> {
            Place place = new Place(received.partition(), received.offset());
            long start = System.nanoTime();
            End end = End.THREW;
            synchronized (this) {
                started.add(place);
            }
            try {
                handler.handle(received);
                end = End.RETURNED;
            } catch (InterruptedException e) {
                end = End.INTERRUPTED;
                throw e;
            } finally {
                add(new Handling(member, received.key(), place, start, System.nanoTime(), end));
            }
        };
    }

    synchronized void add(Handling handling) {
        handlings.add(handling);
    }

    synchronized List<Handling> handlings() {
        return List.copyOf(handlings);
    }

    synchronized Set<Place> started() {
        return Set.copyOf(started);
    }

    /** The places whose handler returned at least once. */
    Set<Place> done() {
        return handlings().stream()
                .filter(handling -> handling.end() == End.RETURNED)
                .map(Handling::place)
                .collect(Collectors.toSet());
    }

    /** At least once: every record that was sent was handled to its end. */
    void assertEveryRecordHandled(Set<Place> sent) {
        assertThat(done()).containsExactlyInAnyOrderElementsOf(sent);
    }

    /**
     * A record is handled to its end a second time only if it, or one ahead of it in its partition, was abandoned: what
     * finished behind an abandoned record cannot be committed and comes again with it.
     */
    void assertNothingRepeatedButWhatStoodBehindAnAbandonedOne() {
        Map<Place, Long> times = new HashMap<>();
        Map<Integer, Long> firstAbandoned = new HashMap<>();
        for (Handling handling : handlings()) {
            if (handling.end() == End.RETURNED) {
                times.merge(handling.place(), 1L, Long::sum);
            } else {
                firstAbandoned.merge(
                        handling.place().partition(), handling.place().offset(), Math::min);
            }
        }
        assertThat(times.entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .filter(place ->
                                place.offset() < firstAbandoned.getOrDefault(place.partition(), Long.MAX_VALUE)))
                .isEmpty();
    }

    /** Within a member no two records of a key overlap, and the first full handlings of a key come in its order. */
    void assertOneAtATimeAndInOrderPerKey() {
        Map<String, List<Handling>> byKey = handlings().stream().collect(Collectors.groupingBy(Handling::key));
        byKey.forEach((key, ofKey) -> {
            ofKey.stream()
                    .collect(Collectors.groupingBy(Handling::member))
                    .forEach((member, ofMember) -> assertDisjoint(member + "/" + key, ofMember));
            Set<Place> seen = new HashSet<>();
            List<Long> firsts = ofKey.stream()
                    .filter(handling -> handling.end() == End.RETURNED)
                    .sorted(Comparator.comparingLong(Handling::endNanos))
                    .filter(handling -> seen.add(handling.place()))
                    .map(handling -> handling.place().offset())
                    .toList();
            assertThat(firsts).as("order of key %s", key).isSorted();
        });
    }

    private static void assertDisjoint(String what, List<Handling> handlings) {
        List<Handling> inOrder = handlings.stream()
                .sorted(Comparator.comparingLong(Handling::startNanos))
                .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            assertThat(inOrder.get(i).startNanos())
                    .as(
                            "%s: record %s starts after the one ahead of it",
                            what, inOrder.get(i).place())
                    .isGreaterThanOrEqualTo(inOrder.get(i - 1).endNanos());
        }
    }
}
