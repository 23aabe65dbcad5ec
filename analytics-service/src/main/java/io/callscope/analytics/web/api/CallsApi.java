package io.callscope.analytics.web.api;

import io.callscope.analytics.comments.Comments;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallEntry;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.LagSource;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** What the pages show, as JSON. Thread-safe. */
public final class CallsApi implements RouteGroup {
    private final CallRepository calls;
    private final Comments comments;
    private final CallQueryParser queries;
    private final LagSource lag;
    private final ReadLog reads;
    private final ZoneId site;
    private final Clock clock;

    public CallsApi(
            CallRepository calls,
            Comments comments,
            CallQueryParser queries,
            LagSource lag,
            ReadLog reads,
            ZoneId site,
            Clock clock) {
        this.calls = calls;
        this.comments = comments;
        this.queries = queries;
        this.lag = lag;
        this.reads = reads;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/api/overview", Permission.SEE_OVERVIEW, this::overview);
        routes.reads("/api/calls", Permission.READ_CALLS, this::list);
        routes.reads("/api/calls/{id}", Permission.READ_CALLS, this::call);
        routes.reads("/api/calls/{id}/state", Permission.READ_CALLS, this::state);
        routes.reads("/api/failed", Permission.SEE_FAILURES, this::failed);
    }

    private void overview(Context context) {
        var midnight = LocalDate.now(clock.withZone(site)).atStartOfDay(site).toInstant();
        context.json(OverviewJson.of(calls.overview(clock.instant(), midnight), lag.lagByTopic()));
    }

    private void list(Context context) {
        context.json(
                CallJson.page(calls.find(queries.parse(context.queryParamMap()).filter(), Viewer.scope(context))));
    }

    private void call(Context context) {
        CallDetail detail = detail(calls, context);
        reads.read(context, detail.entry().callId());
        context.json(CallDetailJson.of(detail, comments.on(detail.entry().callId(), Viewer.scope(context))));
    }

    /** How far the call has come, for programs that wait: no word of the call, and so nothing for the audit. */
    private void state(Context context) {
        CallEntry entry = detail(calls, context).entry();
        context.json(Map.of("callId", entry.callId(), "state", entry.state()));
    }

    private void failed(Context context) {
        context.json(
                FailedJson.of(calls.failedCount(Viewer.scope(context)), calls.failed(1000, 0, Viewer.scope(context))));
    }

    /**
     * The call that the address names.
     *
     * @throws ProblemException when there is none
     */
    public static CallDetail detail(CallRepository calls, Context context) {
        String id = context.pathParam("id");
        CallId callId;
        try {
            callId = new CallId(id);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.of(ProblemType.UNKNOWN_CALL, id.length() > 128 ? id.substring(0, 128) + "…" : id);
        }
        return calls.detail(callId, Viewer.scope(context))
                .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_CALL, id));
    }
}
