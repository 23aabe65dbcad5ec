package io.callscope.analytics.web.api;

import io.callscope.analytics.comments.Comments;
import io.callscope.analytics.evaluation.Evaluations;
import io.callscope.analytics.search.CallSearch;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallEntry;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import java.util.Map;

/** Calls as JSON. Thread-safe. */
public final class CallsApi implements RouteGroup {
    private final CallRepository calls;
    private final CallSearch search;
    private final Comments comments;
    private final Evaluations evaluations;
    private final CallQueryParser queries;
    private final ReadLog reads;

    public CallsApi(
            CallRepository calls,
            CallSearch search,
            Comments comments,
            Evaluations evaluations,
            CallQueryParser queries,
            ReadLog reads) {
        this.calls = calls;
        this.search = search;
        this.comments = comments;
        this.evaluations = evaluations;
        this.queries = queries;
        this.reads = reads;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/api/calls", Permission.READ_CALLS, this::list);
        routes.reads("/api/calls/{id}", Permission.READ_CALLS, this::call);
        routes.reads("/api/calls/{id}/state", Permission.READ_CALLS, this::state);
    }

    private void list(Context context) {
        CallQuery query = queries.parse(context.queryParamMap());
        context.json(CallJson.page(search.find(query.filter(), query.paging(), Viewer.scope(context))));
    }

    private void call(Context context) {
        CallDetail detail = detail(calls, context);
        reads.read(context, detail.entry().callId());
        CallId callId = detail.entry().callId();
        context.json(CallDetailJson.of(
                detail, evaluations.of(callId, Viewer.scope(context)), comments.on(callId, Viewer.scope(context))));
    }

    /** How far the call has come, for programs that wait: no word of the call, and so nothing for the audit. */
    private void state(Context context) {
        CallEntry entry = detail(calls, context).entry();
        context.json(Map.of("callId", entry.callId(), "state", entry.state()));
    }

    /**
     * The call that the address names.
     *
     * @throws ProblemException when there is none, or the user has yet to score it blind
     */
    public static CallDetail detail(CallRepository calls, Context context) {
        CallDetail detail = unmarked(calls, context);
        CallId callId = detail.entry().callId();
        if (Viewer.scope(context).closed().contains(callId.value())) {
            throw ProblemException.of(ProblemType.BLIND_REVIEW, callId.value());
        }
        return detail;
    }

    /**
     * The call that the address names, for an answer that tells nothing of what the machine says of it.
     *
     * @throws ProblemException when there is none
     */
    public static CallDetail unmarked(CallRepository calls, Context context) {
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
