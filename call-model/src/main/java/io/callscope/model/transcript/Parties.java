package io.callscope.model.transcript;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a transcript knows who speaks.
 *
 * @param separation how the parties were told apart
 * @param roles how it is known which of them is the agent
 * @param roleConfidence how sure that is, 0 to 1; null when it was not learned from the words
 */
public record Parties(
        Separation separation, RoleSource roles, @Nullable Double roleConfidence) {
    /** Nobody knows who speaks. */
    public static final Parties UNKNOWN = new Parties(Separation.NONE, RoleSource.NONE, null);

    public Parties {
        Objects.requireNonNull(separation, "separation");
        Objects.requireNonNull(roles, "roles");
        if (roleConfidence != null && !(roleConfidence >= 0 && roleConfidence <= 1)) {
            throw new IllegalArgumentException("role confidence %s: expected 0 to 1".formatted(roleConfidence));
        }
    }
}
