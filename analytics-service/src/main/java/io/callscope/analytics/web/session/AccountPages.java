package io.callscope.analytics.web.session;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditEvent;
import io.callscope.analytics.audit.AuditLog;
import io.callscope.analytics.users.Passwords;
import io.callscope.analytics.users.SignIn;
import io.callscope.analytics.users.User;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.page.View;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One's own account: who one is here, and a new password. Thread-safe. */
public final class AccountPages implements RouteGroup {
    private final SignIn signIn;
    private final AuditLog audit;
    private final SessionCookie cookie;
    private final PageRenderer renderer;

    public AccountPages(SignIn signIn, AuditLog audit, SessionCookie cookie, PageRenderer renderer) {
        this.signIn = signIn;
        this.audit = audit;
        this.cookie = cookie;
        this.renderer = renderer;
    }

    @Override
    public void addTo(Routes routes) {
        routes.readsOwn("/account", this::show);
        routes.actsOwn("/account/password", this::changePassword);
    }

    private void show(Context context) {
        renderer.render(context, "account.jte", new AccountView(renderer.view(context), Viewer.of(context), null));
    }

    private void changePassword(Context context) {
        User user = Viewer.of(context);
        String wanted = Objects.requireNonNullElse(context.formParam("wanted"), "");
        View view = renderer.view(context);
        String problem = null;
        try {
            Passwords.requireAcceptable(wanted);
            String present = Objects.requireNonNullElse(context.formParam("present"), "");
            if (!signIn.changePassword(user.login(), present, wanted)) {
                problem = view.t("account.wrong-password");
            }
        } catch (IllegalArgumentException notAcceptable) {
            problem = view.t("account.not-acceptable", Passwords.SHORTEST);
        }
        if (problem != null) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            renderer.render(context, "account.jte", new AccountView(view, user, problem));
            return;
        }
        audit.append(new AuditEvent(user.login(), AuditAction.PASSWORD_SET, List.of(), Map.of("user", user.login())));
        cookie.set(context, signIn.admit(user.login()));
        context.redirect("/account?changed=true", HttpStatus.SEE_OTHER);
    }
}
