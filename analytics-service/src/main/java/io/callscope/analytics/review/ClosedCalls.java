package io.callscope.analytics.review;

import java.util.Set;

/** Calls that somebody is to judge without knowing what others say of them. Thread-safe. */
@FunctionalInterface
public interface ClosedCalls {
    /** Ids of calls whose marks and scores he must not see now. */
    Set<String> closedTo(String login);
}
