package io.callscope.analytics.web.call;

import io.callscope.analytics.comments.Comment;
import io.callscope.analytics.comments.Comments;
import io.callscope.analytics.comments.NewComment;
import io.callscope.analytics.store.CallEntry;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.api.CallsApi;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.page.View;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.analytics.web.text.Timecode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Comments are written and taken back. A form that cannot be taken comes back with its text and the reason; scripts get
 * the parts of the page that change, browsers without them the page. Thread-safe.
 */
public final class CommentRoutes implements RouteGroup {
    private final CallRepository calls;
    private final Comments comments;
    private final CallPage page;
    private final PageRenderer renderer;
    private final Clock clock;

    public CommentRoutes(CallRepository calls, Comments comments, CallPage page, PageRenderer renderer, Clock clock) {
        this.calls = calls;
        this.comments = comments;
        this.page = page;
        this.renderer = renderer;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.acts("/calls/{id}/comments", Permission.COMMENT, this::add);
        routes.acts("/calls/{id}/comments/{number}/delete", Permission.COMMENT, this::delete);
    }

    private void add(Context context) {
        CallEntry entry = CallsApi.detail(calls, context).entry();
        CommentForm form = new CommentForm(
                Objects.requireNonNullElse(context.formParam("text"), ""),
                Objects.requireNonNullElse(context.formParam("at"), ""),
                "");
        OptionalLong at = Timecode.parse(form.at());
        String problem = problem(form, at, entry, renderer.view(context));
        if (!problem.isEmpty()) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            answer(context, form.refused(problem), null);
            return;
        }
        Long atMs = at.isPresent() ? at.getAsLong() : null;
        NewComment comment = new NewComment(entry.callId(), atMs, Viewer.of(context), form.text());
        if (comments.add(comment, clock.instant()).isEmpty()) {
            throw ProblemException.of(ProblemType.UNKNOWN_CALL, entry.callId());
        }
        answer(context, CommentForm.EMPTY, atMs);
    }

    /** Why the form cannot be taken, in words; empty when it can. */
    private static String problem(CommentForm form, OptionalLong at, CallEntry entry, View view) {
        int length = NewComment.length(form.text());
        if (length == 0) {
            return view.t("comment.empty");
        }
        if (length > NewComment.MAX_LENGTH) {
            return view.t(
                    "comment.too-long",
                    view.format().number(length),
                    view.format().number(NewComment.MAX_LENGTH));
        }
        if (!form.at().isBlank() && at.isEmpty()) {
            return view.t("comment.no-time", shortened(form.at()));
        }
        Long durationMs = entry.durationMs();
        if (at.isPresent() && durationMs != null && at.getAsLong() > durationMs) {
            return view.t(
                    "comment.behind-the-end",
                    shortened(form.at()),
                    view.format().duration(durationMs));
        }
        return "";
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }

    private void delete(Context context) {
        CallEntry entry = CallsApi.detail(calls, context).entry();
        Comment comment = comments.on(entry.callId(), Viewer.scope(context)).stream()
                .filter(one -> Integer.toString(one.number()).equals(context.pathParam("number")))
                .findFirst()
                .orElse(null);
        if (comment != null && comments.delete(entry.callId(), comment.number(), Viewer.of(context), clock.instant())) {
            answer(context, CommentForm.EMPTY, comment.atMs());
            return;
        }
        context.status(HttpStatus.CONFLICT);
        String key = comment == null ? "comment.not-there" : "comment.not-yours";
        answer(context, CommentForm.EMPTY.refused(renderer.view(context).t(key)), null);
    }

    private void answer(Context context, CommentForm form, @Nullable Long atMs) {
        if (context.header("HX-Request") != null) {
            page.showCommented(context, form, atMs);
        } else if (form.isRefused()) {
            page.show(context, form);
        } else {
            context.redirect("/calls/" + context.pathParam("id") + "#comments", HttpStatus.SEE_OTHER);
        }
    }
}
