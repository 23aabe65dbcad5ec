package io.callscope.analytics.web.page;

import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.api.CallsApi;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.javalin.http.Context;

/** The page of one call. Thread-safe. */
public final class CallPages implements RouteGroup {
    private final CallRepository calls;
    private final PageRenderer renderer;

    public CallPages(CallRepository calls, PageRenderer renderer) {
        this.calls = calls;
        this.renderer = renderer;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/calls/{id}", Permission.READ_CALLS, this::call);
    }

    private void call(Context context) {
        renderer.render(context, "call.jte", CallView.of(renderer.view(context), CallsApi.detail(calls, context)));
    }
}
