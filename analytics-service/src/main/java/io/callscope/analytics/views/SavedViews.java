package io.callscope.analytics.views;

import java.util.List;
import java.util.Optional;

/**
 * Keeps filters. Somebody sees his own and those that are shared; he changes only his own. Implementations are
 * thread-safe. Every method throws {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface SavedViews {
    /** Most filters that one user keeps. */
    int MOST = 100;

    /** What somebody is offered: his own, then those that others share, by name. */
    List<SavedView> offeredTo(String login);

    /** One of those that somebody is offered. */
    Optional<SavedView> find(long id, String login);

    /** Keeps a filter, unless its owner has one of this name or has too many. */
    Outcome save(String owner, String name, String query, boolean isShared);

    /** Gives one of somebody's own another name, and shares it or not. */
    Outcome change(long id, String owner, String name, boolean isShared);

    /** Whether there was one of his own to be deleted. */
    boolean delete(long id, String owner);

    /** What became of a change. */
    enum Outcome {
        DONE,
        /** The owner has another of this name. */
        NAME_TAKEN,
        /** The owner has {@link #MOST} already. */
        TOO_MANY,
        /** There is none with this id of his own. */
        UNKNOWN
    }
}
