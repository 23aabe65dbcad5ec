package io.callscope.analytics.web.session;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditEvent;
import io.callscope.analytics.audit.AuditLog;
import io.callscope.analytics.users.SignIn;
import io.callscope.analytics.users.User;
import io.callscope.analytics.users.UserStore;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.page.View;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Signing in and out. Thread-safe. */
public final class SignInPages implements RouteGroup {
    /** Fields of a form that waits for its sender to sign in are carried along under this prefix. */
    private static final String UNSENT = "unsent.";

    private final SignIn signIn;
    private final UserStore users;
    private final AuditLog audit;
    private final SessionCookie cookie;
    private final ClientAddress address;
    private final PageRenderer renderer;

    public SignInPages(
            SignIn signIn,
            UserStore users,
            AuditLog audit,
            SessionCookie cookie,
            ClientAddress address,
            PageRenderer renderer) {
        this.signIn = signIn;
        this.users = users;
        this.audit = audit;
        this.cookie = cookie;
        this.address = address;
        this.renderer = renderer;
    }

    @Override
    public void addTo(Routes routes) {
        routes.open("/login", this::show);
        routes.openActs("/login", this::attempt);
        routes.actsOwn("/logout", this::signOut);
    }

    private void show(Context context) {
        String next = NextPage.of(context.queryParam("next"));
        if (Viewer.find(context).isPresent()) {
            context.redirect(next, HttpStatus.SEE_OTHER);
            return;
        }
        render(context, new SignInView(renderer.view(context), next, "", null, Map.of(), users.enabledCount() == 0));
    }

    private void attempt(Context context) {
        String login = field(context, "login").strip().toLowerCase(Locale.ROOT);
        String next = NextPage.of(context.formParam("next"));
        Map<String, List<String>> unsent = unsent(context);
        SignIn.Outcome outcome = signIn.attempt(login, field(context, "password"), address.of(context));
        View view = renderer.view(context);
        if (outcome instanceof SignIn.Admitted admitted) {
            note(admitted.user().login(), AuditAction.SIGNED_IN, context);
            cookie.set(context, admitted.token());
            Viewer.is(context, admitted.user());
            proceed(context, next, unsent);
        } else if (outcome instanceof SignIn.Throttled throttled) {
            long seconds = Math.max(1, throttled.left().plusMillis(999).toSeconds());
            context.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", Long.toString(seconds));
            String problem =
                    view.t("login.throttled", view.format().age(throttled.left().plusMillis(999)));
            render(context, new SignInView(view, next, login, problem, unsent, false));
        } else {
            note(known(login), AuditAction.SIGN_IN_REFUSED, context);
            context.status(HttpStatus.UNAUTHORIZED);
            render(context, new SignInView(view, next, login, view.t("login.refused"), unsent, false));
        }
    }

    /** What was typed as a login may be a password typed in the wrong field, which the audit must not keep. */
    private String known(String login) {
        return users.account(login).map(account -> account.user().login()).orElse("unknown");
    }

    private void note(String login, AuditAction action, Context context) {
        audit.append(new AuditEvent(login, action, List.of(), Map.of("address", address.of(context))));
    }

    private void proceed(Context context, String next, Map<String, List<String>> unsent) {
        if (unsent.isEmpty()) {
            context.redirect(next, HttpStatus.SEE_OTHER);
        } else {
            renderer.render(context, "unsent.jte", new UnsentView(renderer.view(context), next, unsent));
        }
    }

    private void signOut(Context context) {
        User user = Viewer.of(context);
        String token = cookie.token(context);
        if (token != null) {
            signIn.signOut(token);
        }
        note(user.login(), AuditAction.SIGNED_OUT, context);
        cookie.drop(context);
        context.redirect("/login", HttpStatus.SEE_OTHER);
    }

    /** A form came without being signed in: asks to sign in, and carries the form along. */
    public void askAndKeep(Context context) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        context.formParamMap().forEach((name, values) -> fields.put(name, List.copyOf(values)));
        View view = renderer.view(context);
        render(context, new SignInView(view, NextPage.of(context.path()), "", view.t("login.ended"), fields, false));
    }

    private static Map<String, List<String>> unsent(Context context) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        context.formParamMap().forEach((name, values) -> {
            if (name.startsWith(UNSENT)) {
                fields.put(name.substring(UNSENT.length()), List.copyOf(values));
            }
        });
        return fields;
    }

    private static String field(Context context, String name) {
        return Objects.requireNonNullElse(context.formParam(name), "");
    }

    private void render(Context context, SignInView page) {
        renderer.render(context, "login.jte", page);
    }
}
