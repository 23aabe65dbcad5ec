package io.callscope.analytics.web.page;

import io.callscope.analytics.search.CallSearch;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.web.api.CallQuery;
import io.callscope.analytics.web.api.CallQueryParser;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;

/** The list of calls with its filter. Thread-safe. */
public final class SearchPages implements RouteGroup {
    private final CallSearch search;
    private final CallQueryParser queries;
    private final PageRenderer renderer;

    public SearchPages(CallSearch search, CallQueryParser queries, PageRenderer renderer) {
        this.search = search;
        this.queries = queries;
        this.renderer = renderer;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/calls", Permission.READ_CALLS, this::list);
    }

    private void list(Context context) {
        TeamScope scope = Viewer.scope(context);
        CallQuery query = queries.parse(context.queryParamMap());
        // htmx would keep the form's empty fields in the address
        context.header(
                "HX-Push-Url", query.address(context.path(), query.paging().page()));
        View view = renderer.view(context);
        renderer.render(
                context,
                "calls.jte",
                new CallsPage(
                        view,
                        query,
                        search.find(query.filter(), query.paging(), scope),
                        new SearchForm(view, query, search.facets(scope))));
    }
}
