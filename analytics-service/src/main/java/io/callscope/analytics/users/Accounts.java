package io.callscope.analytics.users;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditEvent;
import io.callscope.analytics.audit.AuditLog;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Keeping the users: what {@code callscope user} does. Every change is in the audit. Thread-safe. */
public final class Accounts {
    private final UserStore users;
    private final Passwords passwords;
    private final AuditLog audit;
    private final Clock clock;

    public Accounts(UserStore users, Passwords passwords, AuditLog audit, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Account> list() {
        return users.accounts();
    }

    /**
     * Adds a user.
     *
     * @param by who does it, for the audit
     * @throws IllegalArgumentException when the login is taken or the password is not acceptable
     */
    public void add(User user, String password, String by) {
        Passwords.requireAcceptable(password);
        add(new Account(user, passwords.hash(password), true, clock.instant()), by);
    }

    /** Adds a program's user, who never signs in with a password; does nothing where he is. */
    public void addProgram(User user, String by) {
        if (users.account(user.login()).isEmpty()) {
            add(new Account(user, null, true, clock.instant()), by);
        }
    }

    private void add(Account account, String by) {
        User user = account.user();
        if (!users.add(account)) {
            throw new IllegalArgumentException("login \"%s\": there is such a user already".formatted(user.login()));
        }
        audit.append(new AuditEvent(
                by,
                AuditAction.USER_ADDED,
                List.of(),
                Map.of("user", user.login(), "role", user.role().id())));
    }

    /**
     * @throws IllegalArgumentException when there is no such user
     */
    public void setEnabled(String login, boolean enabled, String by) {
        if (!users.setEnabled(login, enabled)) {
            throw unknown(login);
        }
        AuditAction action = enabled ? AuditAction.USER_ENABLED : AuditAction.USER_DISABLED;
        audit.append(new AuditEvent(by, action, List.of(), Map.of("user", login)));
    }

    /**
     * @throws IllegalArgumentException when there is no such user or the password is not acceptable
     */
    public void setPassword(String login, String password, String by) {
        Passwords.requireAcceptable(password);
        if (!users.setPasswordHash(login, passwords.hash(password), clock.instant())) {
            throw unknown(login);
        }
        audit.append(new AuditEvent(by, AuditAction.PASSWORD_SET, List.of(), Map.of("user", login)));
    }

    private static IllegalArgumentException unknown(String login) {
        return new IllegalArgumentException("login \"%s\": there is no such user".formatted(login));
    }
}
