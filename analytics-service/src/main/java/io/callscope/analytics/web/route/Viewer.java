package io.callscope.analytics.web.route;

import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.javalin.http.Context;
import java.util.Optional;

/** The signed-in user of a request. Stateless. */
public final class Viewer {
    private static final String ATTRIBUTE = "callscope.viewer";

    private Viewer() {}

    /** Notes who asks; done once for each request, before its handler. */
    public static void is(Context context, User user) {
        context.attribute(ATTRIBUTE, user);
    }

    /** Who asks; empty on pages that need nobody to be signed in. */
    public static Optional<User> find(Context context) {
        return Optional.ofNullable(context.attribute(ATTRIBUTE));
    }

    /**
     * Who asks.
     *
     * @throws IllegalStateException on a route that needs nobody to be signed in: a mistake of the program
     */
    public static User of(Context context) {
        return find(context).orElseThrow(() -> new IllegalStateException("no user on " + context.path()));
    }

    /** Whose calls he sees. */
    public static TeamScope scope(Context context) {
        return of(context).scope();
    }
}
