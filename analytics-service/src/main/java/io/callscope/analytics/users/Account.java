package io.callscope.analytics.users;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user as the store keeps him.
 *
 * @param passwordHash null for one who cannot sign in with a password
 * @param enabled a disabled user stays in the store, because verdicts and the audit name him
 */
public record Account(User user, @Nullable String passwordHash, boolean enabled, Instant createdAt) {
    public Account {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    @Override
    public String toString() {
        return "Account[%s, enabled=%s]".formatted(user, enabled);
    }
}
