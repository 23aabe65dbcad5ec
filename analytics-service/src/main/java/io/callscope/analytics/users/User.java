package io.callscope.analytics.users;

import java.util.Objects;
import java.util.Set;

/**
 * Somebody who may sign in.
 *
 * @param login what he signs in with, lower case; also his name in the audit
 * @param name as colleagues read it
 * @param scope whose calls he sees
 */
public record User(String login, String name, Role role, TeamScope scope) {
    private static final String LOGIN = "[a-z0-9][a-z0-9._-]{0,63}";

    public User {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(scope, "scope");
        if (!login.matches(LOGIN)) {
            throw new IllegalArgumentException(
                    "login \"%s\": expected 1 to 64 of a-z 0-9 . _ -, beginning with a letter or digit"
                            .formatted(login));
        }
        if (name.isBlank() || name.length() > 120) {
            throw new IllegalArgumentException("name of %d characters: expected 1 to 120".formatted(name.length()));
        }
    }

    /** The same user, to whom these calls are closed. */
    public User without(Set<String> calls) {
        return new User(login, name, role, scope.without(calls));
    }

    public boolean may(Permission permission) {
        return role.may(permission);
    }
}
