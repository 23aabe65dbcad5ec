package io.callscope.analytics.web.api;

import io.callscope.analytics.search.CallSearch;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;

/** Calls as JSON. Thread-safe. */
public final class CallsApi implements RouteGroup {
    private final CallRepository calls;
    private final CallSearch search;
    private final CallQueryParser queries;

    public CallsApi(CallRepository calls, CallSearch search, CallQueryParser queries) {
        this.calls = calls;
        this.search = search;
        this.queries = queries;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/api/calls", Permission.READ_CALLS, this::list);
        routes.reads("/api/calls/{id}", Permission.READ_CALLS, this::call);
    }

    private void list(Context context) {
        CallQuery query = queries.parse(context.queryParamMap());
        context.json(CallJson.page(search.find(query.filter(), query.paging(), Viewer.scope(context))));
    }

    private void call(Context context) {
        context.json(CallDetailJson.of(detail(calls, context)));
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
