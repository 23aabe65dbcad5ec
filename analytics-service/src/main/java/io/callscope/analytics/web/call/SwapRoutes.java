package io.callscope.analytics.web.call;

import io.callscope.analytics.parties.PartySwaps;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.api.CallsApi;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Objects;

/** Agent and customer of a call are exchanged by hand; done again, that is taken back. Thread-safe. */
public final class SwapRoutes implements RouteGroup {
    private static final String FIELD = "transcript";

    private final CallRepository calls;
    private final PartySwaps swaps;
    private final ReadLog reads;

    public SwapRoutes(CallRepository calls, PartySwaps swaps, ReadLog reads) {
        this.calls = calls;
        this.swaps = swaps;
        this.reads = reads;
    }

    @Override
    public void addTo(Routes routes) {
        routes.acts("/calls/{id}/parties/swap", Permission.WORK_QUEUE, this::swap);
    }

    private void swap(Context context) {
        context.header("HX-Reswap", "none");
        CallId call = CallsApi.detail(calls, context).entry().callId();
        String seen = Objects.requireNonNullElse(context.formParam(FIELD), "");
        if (!seen.matches("[0-9a-f]{1,128}")) {
            throw ProblemException.badParameter(FIELD, seen, Expected.of("expected.transcript"));
        }
        reads.swapping(context, call, seen);
        switch (swaps.swap(call, seen, Viewer.of(context))) {
            case SWAPPED -> answer(context, call);
            case NOT_THERE -> throw ProblemException.of(ProblemType.UNKNOWN_CALL, call.value());
            case CHANGED -> throw ProblemException.of(ProblemType.CALL_CHANGED);
            case NO_PARTIES -> throw ProblemException.of(ProblemType.PARTIES_UNKNOWN);
        }
    }

    /** Everything on the page may be another: it is shown anew. */
    private static void answer(Context context, CallId call) {
        if (context.header("HX-Request") == null) {
            context.redirect("/calls/" + call, HttpStatus.SEE_OTHER);
        } else {
            context.header("HX-Refresh", "true").status(HttpStatus.NO_CONTENT);
        }
    }
}
