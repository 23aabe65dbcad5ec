package io.callscope.analytics.users;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes guessing slow: after five failures in a row for a login, or a hundred from one address, which a whole office may
 * share, each further one costs a wait that doubles from five seconds to fifteen minutes. A success, or an hour without attempts, forgets. Kept in
 * memory, bounded. Thread-safe.
 */
public final class SignInThrottle {
    private static final int FREE_PER_LOGIN = 5;
    private static final int FREE_PER_ADDRESS = 100;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int REMEMBERED = 10_000;

    private record Failures(int count, Instant last, Instant waitUntil) {}

    private final Clock clock;
    private final Map<String, Failures> byKey = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    public SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long this login from this address has to wait; zero when it may try. */
    public synchronized Duration wait(String login, String address) {
        Instant now = clock.instant();
        Duration forLogin = left("login " + login, now);
        Duration forAddress = left("address " + address, now);
        return forLogin.compareTo(forAddress) > 0 ? forLogin : forAddress;
    }

    private Duration left(String key, Instant now) {
        Failures failures = byKey.get(key);
        return failures == null || !failures.waitUntil().isAfter(now)
                ? Duration.ZERO
                : Duration.between(now, failures.waitUntil());
    }

    public synchronized void failed(String login, String address) {
        count("login " + login, FREE_PER_LOGIN);
        count("address " + address, FREE_PER_ADDRESS);
    }

    private void count(String key, int free) {
        Instant now = clock.instant();
        Failures before = byKey.get(key);
        int count = 1;
        if (before != null && before.last().plus(FORGOTTEN_AFTER).isAfter(now)) {
            count += before.count();
        }
        byKey.put(key, new Failures(count, now, now.plus(penalty(count, free))));
    }

    private static Duration penalty(int count, int free) {
        if (count < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(count - free, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** A success forgets the login's failures; those of the address stay, so that one account does not free the guesser. */
    public synchronized void succeeded(String login) {
        byKey.remove("login " + login);
    }
}
