package io.callscope.analytics.repeats;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;

/**
 * Finds where a key has more contacts than a customer would have: a company's switchboard, a courier. Only those
 * stretches are left out, so that what a week said does not change when the number is passed on later. Stateless.
 */
final class Crowds {
    private Crowds() {}

    /**
     * @param contacts of one key in order of time
     * @return the places of those that stand in some window with more than {@code most} contacts
     */
    static BitSet find(List<Contact> contacts, Duration window, int most) {
        BitSet crowded = new BitSet(contacts.size());
        for (int last = most; last < contacts.size(); last++) {
            int first = last - most;
            Duration apart = Duration.between(
                    contacts.get(first).startedAt(), contacts.get(last).startedAt());
            if (apart.compareTo(window) <= 0) {
                crowded.set(first, last + 1);
            }
        }
        return crowded;
    }
}
