package io.callscope.analytics.users;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Signing in and out. Thread-safe. */
public final class SignIn {
    private static final int TOKEN_BYTES = 32;

    private final UserStore users;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final SignInLimits limits;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public SignIn(UserStore users, Passwords passwords, SignInLimits limits, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = new SignInThrottle(clock);
        this.limits = limits;
        this.clock = clock;
    }

    /** What came of an attempt. */
    public sealed interface Outcome {}

    /**
     * Signed in.
     *
     * @param token for the browser's cookie; only its hash is kept
     */
    public record Admitted(User user, String token) implements Outcome {}

    /** The login or the password is wrong; which one is not said. */
    public record Refused() implements Outcome {}

    /** Too many failures: try again after a while. */
    public record Throttled(Duration left) implements Outcome {}

    /**
     * @param address from where, for the throttle
     */
    public Outcome attempt(String login, String password, String address) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        Duration wait = throttle.wait(name, address);
        if (!wait.isZero()) {
            return new Throttled(wait);
        }
        Optional<Account> account = users.account(name);
        String hash = account.map(Account::passwordHash).orElse(null);
        boolean admitted = passwords.matches(password, hash)
                && account.map(Account::enabled).orElse(false);
        if (!admitted) {
            throttle.failed(name, address);
            return new Refused();
        }
        throttle.succeeded(name);
        return new Admitted(account.orElseThrow().user(), admit(name));
    }

    /** Signs a user in without a password: for programs that may read the database anyway. */
    public String admit(String login) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        users.signedIn(TokenHash.of(token), login, clock.instant());
        return token;
    }

    /** The user of a cookie; empty when it is unknown, too old or was not used for too long. */
    public Optional<User> user(String token) {
        Instant now = clock.instant();
        return users.seen(TokenHash.of(token), now, now.minus(limits.idle()), now.minus(limits.longest()));
    }

    public void signOut(String token) {
        users.signedOut(TokenHash.of(token));
    }

    /** Changes one's own password, which signs out everywhere; false when the present one is wrong. */
    public boolean changePassword(String login, String present, String wanted) {
        Passwords.requireAcceptable(wanted);
        String hash = users.account(login).map(Account::passwordHash).orElse(null);
        return passwords.matches(present, hash)
                && users.setPasswordHash(login, passwords.hash(wanted), clock.instant());
    }
}
