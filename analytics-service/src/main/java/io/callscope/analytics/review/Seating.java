package io.callscope.analytics.review;

import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the seats of a plan to people: to those who may see the call and have not read what the machine says of it, the
 * one with the fewest first, never the same person twice. A seat for which there is nobody stays free. Not thread-safe.
 */
final class Seating {
    private final List<User> people;
    private final Map<String, Integer> load = new HashMap<>();

    /**
     * @param users enabled ones
     * @param seed decides between people with equally many
     */
    Seating(List<User> users, long seed) {
        this.people = new ArrayList<>(users.stream()
                .filter(user -> user.may(Permission.REVIEW_CALLS))
                .sorted(Comparator.comparing(User::login))
                .toList());
        Collections.shuffle(people, new Random(seed));
    }

    /**
     * @param readers who has read the call with the machine's marks
     */
    Map<Seat, @Nullable String> seats(String team, boolean twice, Set<String> readers) {
        Map<Seat, @Nullable String> seats = new EnumMap<>(Seat.class);
        String first = next(team, readers, null);
        seats.put(Seat.FIRST, first);
        if (twice) {
            seats.put(Seat.SECOND, next(team, readers, first));
        }
        return seats;
    }

    private @Nullable String next(String team, Set<String> readers, @Nullable String notHim) {
        String found = people.stream()
                .filter(user -> user.scope().includes(team.isEmpty() ? null : team))
                .map(User::login)
                .filter(login -> !readers.contains(login) && !login.equals(notHim))
                .min(Comparator.comparingInt(login -> load.getOrDefault(login, 0)))
                .orElse(null);
        if (found != null) {
            load.merge(found, 1, Integer::sum);
        }
        return found;
    }
}
