package io.callscope.analytics.web.desk;

import io.callscope.analytics.desk.FalseMark;
import io.callscope.analytics.desk.FalseMarks;
import io.callscope.analytics.desk.FalseReason;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.api.CallsApi;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Single marks, signals and rules of a call are called false, and taken back. Thread-safe. */
public final class FalseMarkRoutes implements RouteGroup {
    private final CallRepository calls;
    private final FalseMarks falseMarks;
    private final Clock clock;

    public FalseMarkRoutes(CallRepository calls, FalseMarks falseMarks, Clock clock) {
        this.calls = calls;
        this.falseMarks = falseMarks;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.acts("/calls/{id}/false-marks", Permission.WORK_QUEUE, this::give);
        routes.acts("/calls/{id}/false-marks/{number}/undo", Permission.WORK_QUEUE, this::undo);
    }

    private void give(Context context) {
        context.header("HX-Reswap", "none");
        CallId call = CallsApi.detail(calls, context).entry().callId();
        String kind = MoveForm.field(context, "kind");
        FalseMark.Subject subject = new FalseMark.Subject(
                call,
                FalseMark.Kind.ofId(kind)
                        .orElseThrow(() -> ProblemException.badParameter(
                                "kind",
                                kind,
                                Expected.of(
                                        "expected.one-of",
                                        Arrays.stream(FalseMark.Kind.values())
                                                .map(FalseMark.Kind::id)
                                                .collect(Collectors.joining(", "))))),
                MoveForm.text(context, "subject"));
        FalseReason reason = MoveForm.falseReason(context);
        boolean heard = falseMarks
                .give(subject, reason, MoveForm.text(context, "comment"), Viewer.of(context), clock.instant())
                .isPresent();
        if (!heard) {
            throw ProblemException.badParameter("subject", subject.id(), Expected.of("expected.heard"));
        }
        answer(context, call);
    }

    private void undo(Context context) {
        context.header("HX-Reswap", "none");
        CallId call = CallsApi.detail(calls, context).entry().callId();
        String number = context.pathParam("number");
        boolean undone = number.matches("[1-9][0-9]{0,17}")
                && falseMarks.undo(Long.parseLong(number), call, Viewer.of(context), clock.instant());
        if (!undone) {
            throw ProblemException.of(ProblemType.NOT_UNDONE);
        }
        answer(context, call);
    }

    /** Struck through in many places of the page, and perhaps closed with its card: the page is shown anew. */
    private static void answer(Context context, CallId call) {
        if (context.header("HX-Request") == null) {
            context.redirect("/calls/" + call, HttpStatus.SEE_OTHER);
        } else {
            context.header("HX-Refresh", "true").status(HttpStatus.NO_CONTENT);
        }
    }
}
