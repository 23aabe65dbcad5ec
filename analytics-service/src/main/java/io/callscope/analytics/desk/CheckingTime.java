package io.callscope.analytics.desk;

import io.callscope.model.analysis.Evidence;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How long it takes to check a call: the fragments around the words that rules fired on, not the whole call. Immutable.
 *
 * @param margin listened to before and after the words
 * @param decision reading the card and deciding, once for each card
 */
public record CheckingTime(Duration margin, Duration decision) {
    /** Listened to where a rule fired on something that was not said. */
    private static final long UNSAID_MS = 60_000;

    public static CheckingTime of(QueueSettings settings) {
        return new CheckingTime(settings.fragmentMargin(), settings.decision());
    }

    /**
     * What is listened to of one call: its fragments with their margins, clipped to the call; what lies in two of them
     * counts once.
     *
     * @param durationMs length of the call
     * @return milliseconds
     */
    public long listeningMs(Collection<Evidence> words, long durationMs) {
        if (words.isEmpty()) {
            return Math.min(UNSAID_MS, durationMs);
        }
        List<Evidence> ordered = words.stream()
                .sorted(Comparator.comparingLong(Evidence::startMs))
                .toList();
        long total = 0;
        long heardUntil = 0;
        for (Evidence fragment : ordered) {
            long from = Math.max(heardUntil, fragment.startMs() - margin.toMillis());
            long until = Math.min(durationMs, fragment.endMs() + margin.toMillis());
            if (until > from) {
                total += until - from;
                heardUntil = until;
            }
        }
        return total;
    }
}
