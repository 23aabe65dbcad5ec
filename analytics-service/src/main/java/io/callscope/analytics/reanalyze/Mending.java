package io.callscope.analytics.reanalyze;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which disagreements with people a change would mend and which it would make, on calls that were drawn for tuning:
 * evaluation calls are evidence, and are counted nowhere in it. Immutable.
 *
 * @param scored tuning calls that people scored, of whatever day
 * @param heard of these, those that were heard again
 * @param unanswered of these, those that a language model had no usable answer for; they are compared nowhere
 * @param simulated whether no person gave any of the reviews
 * @param items forces and codes about which both differ before or after, those that change most first
 */
public record Mending(long scored, long heard, long unanswered, boolean simulated, List<MendedItem> items) {
    public Mending {
        items = List.copyOf(items);
    }

    /** Ids of every call that is named. */
    public List<String> callIds() {
        return items.stream()
                .flatMap(item -> Stream.of(item.mendedCalls(), item.madeCalls(), item.leftCalls()))
                .flatMap(List::stream)
                .map(Example::callId)
                .distinct()
                .toList();
    }
}
