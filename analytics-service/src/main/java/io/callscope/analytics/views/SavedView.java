package io.callscope.analytics.views;

import java.util.Objects;

/**
 * A filter that somebody kept.
 *
 * @param owner login of whoever kept it
 * @param name the owner's own for it
 * @param query of the address of the list, without what follows from the moment; it is read anew each time
 * @param isShared whether everybody is offered it
 */
public record SavedView(long id, String owner, String name, String query, boolean isShared) {
    public SavedView {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(query, "query");
        requireName(name);
    }

    /** Longest name, in characters. */
    public static final int MAX_NAME = 60;

    /** Longest query, in characters: every field with several values takes less. */
    public static final int MAX_QUERY = 8_000;

    /**
     * @throws IllegalArgumentException when it is no name
     */
    static void requireName(String name) {
        if (name.isBlank() || name.length() > MAX_NAME || !name.equals(name.strip())) {
            throw new IllegalArgumentException("name of %d characters: expected 1 to %d, without spaces around"
                    .formatted(name.length(), MAX_NAME));
        }
    }

    public boolean isOf(String login) {
        return owner.equals(login);
    }
}
