package io.callscope.analytics.store;

import org.jdbi.v3.core.Handle;

/** Calls that their source calls simulated. Stateless; works within the caller's transaction. */
public final class JdbiSimulatedCalls {
    /** Whether the call {@code c} of a statement is one: by the index over attributes. */
    public static final String IS_SIMULATED = "c.attributes @> '{\"simulated\": \"true\"}'";

    private static final String ANY = "SELECT EXISTS (SELECT 1 FROM calls c WHERE " + IS_SIMULATED + ")";

    private JdbiSimulatedCalls() {}

    /** Whether there is one, of whatever time and team: by the index over attributes, so that it costs nothing. */
    public static boolean any(Handle handle) {
        return handle.createQuery(ANY).mapTo(Boolean.class).one();
    }
}
