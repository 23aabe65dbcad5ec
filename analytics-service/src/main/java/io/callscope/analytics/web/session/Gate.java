package io.callscope.analytics.web.session;

import io.callscope.analytics.users.SignIn;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every request: finds out who asks, and turns away changes that another site's page sends. Thread-safe.
 */
public final class Gate {
    private final SignIn signIn;
    private final SessionCookie cookie;
    private final @Nullable String publicOrigin;

    /**
     * @param publicUrl where browsers reach the pages when that is not the address that is listened on; null otherwise
     */
    public Gate(SignIn signIn, SessionCookie cookie, @Nullable URI publicUrl) {
        this.signIn = signIn;
        this.cookie = cookie;
        this.publicOrigin = publicUrl == null ? null : origin(publicUrl);
    }

    /** Puts itself before all routes that are registered after it. */
    public void before(RoutesConfig routes) {
        routes.before(context -> {
            if (context.path().startsWith("/assets/")) {
                return;
            }
            refuseForeign(context);
            String token = cookie.token(context);
            if (token != null && !token.isEmpty()) {
                signIn.user(token).ifPresent(user -> Viewer.is(context, user));
            }
        });
    }

    /** A browser always names the origin of a change; who names none is no page of ours. */
    private void refuseForeign(Context context) {
        if (Routes.isReading(context)) {
            return;
        }
        String site = context.header("Sec-Fetch-Site");
        String origin = context.header("Origin");
        boolean sameSite = site == null || site.equals("same-origin");
        if (!sameSite || origin == null || !isOwn(origin, context)) {
            throw ProblemException.of(ProblemType.FOREIGN_ORIGIN);
        }
    }

    private boolean isOwn(String origin, Context context) {
        if (origin.equals(publicOrigin)) {
            return true;
        }
        // behind a proxy the scheme is not known here, but the host is what the browser asked for
        String host = Objects.requireNonNullElse(context.header("Host"), "").toLowerCase(Locale.ROOT);
        String given = origin.toLowerCase(Locale.ROOT);
        return !host.isEmpty() && (given.equals("http://" + host) || given.equals("https://" + host));
    }

    private static String origin(URI url) {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return (url.getScheme() + "://" + url.getHost() + port).toLowerCase(Locale.ROOT);
    }
}
