package io.callscope.analytics.web.route;

import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemType;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers routes so that none can be forgotten: each says what its user must be allowed to do. Not thread-safe. */
public final class Routes {
    /**
     * A registered route.
     *
     * @param permission null when nobody needs to be signed in
     */
    public record Route(
            String method, String path, @Nullable Permission permission) {}

    private final RoutesConfig routes;
    private final List<Route> registered = new ArrayList<>();

    public Routes(RoutesConfig routes) {
        this.routes = routes;
    }

    /** A page or an API answer; HEAD answers as GET does, without the body: by itself it would say 200 to everything. */
    public void reads(String path, Permission permission, Handler handler) {
        registered.add(new Route("GET", path, permission));
        Handler guarded = guarded(permission, handler);
        routes.get(path, guarded);
        routes.head(path, guarded);
    }

    /** Something that changes. */
    public void acts(String path, Permission permission, Handler handler) {
        registered.add(new Route("POST", path, permission));
        routes.post(path, guarded(permission, handler));
    }

    /** Something that is put in its place: the same again changes nothing. */
    public void puts(String path, Permission permission, Handler handler) {
        registered.add(new Route("PUT", path, permission));
        routes.put(path, guarded(permission, handler));
    }

    /** Something for everybody, signed in or not. */
    public void open(String path, Handler handler) {
        registered.add(new Route("GET", path, null));
        routes.get(path, handler);
        routes.head(path, handler);
    }

    /** Something for everybody that changes: signing in. */
    public void openActs(String path, Handler handler) {
        registered.add(new Route("POST", path, null));
        routes.post(path, handler);
    }

    /** A page for every signed-in user, whatever his role. */
    public void readsOwn(String path, Handler handler) {
        registered.add(new Route("GET", path, null));
        Handler guarded = signedIn(handler);
        routes.get(path, guarded);
        routes.head(path, guarded);
    }

    /** A change that every signed-in user may make, to what is his own. */
    public void actsOwn(String path, Handler handler) {
        registered.add(new Route("POST", path, null));
        routes.post(path, signedIn(handler));
    }

    /** Whether a request only reads: GET or HEAD. */
    public static boolean isReading(Context context) {
        return context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD);
    }

    /** What was registered, in order. */
    public List<Route> registered() {
        return List.copyOf(registered);
    }

    private static Handler guarded(Permission permission, Handler handler) {
        return signedIn(context -> {
            if (!Viewer.of(context).may(permission)) {
                throw ProblemException.of(ProblemType.FORBIDDEN);
            }
            handler.handle(context);
        });
    }

    private static Handler signedIn(Handler handler) {
        return context -> {
            if (Viewer.find(context).isEmpty()) {
                throw ProblemException.of(ProblemType.NOT_SIGNED_IN);
            }
            handler.handle(context);
        };
    }
}
