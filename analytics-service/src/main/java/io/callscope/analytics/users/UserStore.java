package io.callscope.analytics.users;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Accounts and who is signed in. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface UserStore {
    /** All accounts, by login, disabled ones too. */
    List<Account> accounts();

    Optional<Account> account(String login);

    /** Adds an account; false when the login is taken. */
    boolean add(Account account);

    /** Enables or disables; a disabled user is signed out at once. False when there is no such login. */
    boolean setEnabled(String login, boolean enabled);

    /** Sets the password and signs the user out everywhere. False when there is no such login. */
    boolean setPasswordHash(String login, String passwordHash, Instant at);

    /** How many enabled users there are. */
    long enabledCount();

    /** Remembers that somebody signed in. */
    void signedIn(TokenHash token, String login, Instant at);

    /**
     * The enabled user who signed in with this token. Notes that he was seen.
     *
     * @param now the present
     * @param notSeenSince a user who was not seen since then is signed out
     * @param signedInSince one who signed in before is signed out
     */
    Optional<User> seen(TokenHash token, Instant now, Instant notSeenSince, Instant signedInSince);

    /** Forgets the token. */
    void signedOut(TokenHash token);
}
