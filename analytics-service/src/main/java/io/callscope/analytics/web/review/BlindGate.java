package io.callscope.analytics.web.review;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.User;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps from a reviewer what the machine says of a call until he has scored it, and of those beside it until he has said
 * which it repeats: addresses of the call are refused and the attempt noted, and every list leaves the call out. Only the
 * recording stays. Stands before all routes, so that a new one is closed without anybody thinking of it. Thread-safe.
 */
public final class BlindGate {
    private static final Pattern CALL = Pattern.compile("(/api)?/calls/([^/]+)(/.*)?");
    private static final Set<String> HEARD = Set.of("/audio", "/audio/state");

    private final ReviewSources reviews;
    private final ReadLog reads;

    public BlindGate(ReviewSources reviews, ReadLog reads) {
        this.reviews = reviews;
        this.reads = reads;
    }

    /** Puts itself before all routes that are registered after it; whoever asks must be known by then. */
    public void before(RoutesConfig routes) {
        routes.before(context -> {
            if (context.path().startsWith("/assets/")) {
                return;
            }
            Optional<User> user = Viewer.find(context)
                    .filter(one -> one.may(Permission.REVIEW_CALLS) || one.may(Permission.DECIDE_APPEALS));
            if (user.isPresent()) {
                close(context, user.get());
            }
        });
    }

    private void close(Context context, User user) {
        Set<String> closed = reviews.closedTo(user);
        if (closed.isEmpty()) {
            return;
        }
        Viewer.is(context, user.without(closed));
        Matcher address = CALL.matcher(context.path());
        if (!address.matches()) {
            return;
        }
        String id = URLDecoder.decode(address.group(2).replace("+", "%2B"), StandardCharsets.UTF_8);
        boolean heard = address.group(1) != null && address.group(3) != null && HEARD.contains(address.group(3));
        if (closed.contains(id) && !heard) {
            refuse(context, user, new CallId(id));
        }
    }

    private void refuse(Context context, User user, CallId callId) {
        reads.noted(context, AuditAction.BLIND_REFUSED, callId, Map.of("address", context.path()));
        boolean page = Routes.isReading(context) && !context.path().startsWith("/api/");
        if (!page || context.header("HX-Request") != null) {
            throw ProblemException.of(ProblemType.BLIND_REVIEW, callId.value());
        }
        context.redirect(question(user, callId), HttpStatus.SEE_OTHER);
        context.skipRemainingHandlers();
    }

    /** Where he says what opens the call to him. */
    private String question(User user, CallId callId) {
        CallId planned = reviews.pairs().closedTo(user).get(callId.value());
        return planned == null || reviews.reviews().closedTo(user.login()).contains(callId.value())
                ? ReviewPages.address(callId)
                : PairPages.address(planned);
    }
}
