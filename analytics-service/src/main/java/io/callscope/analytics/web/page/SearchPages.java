package io.callscope.analytics.web.page;

import io.callscope.analytics.search.CallSearch;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.views.SavedView;
import io.callscope.analytics.views.SavedViews;
import io.callscope.analytics.web.api.CallQuery;
import io.callscope.analytics.web.api.CallQuery.Refused;
import io.callscope.analytics.web.api.CallQueryParser;
import io.callscope.analytics.web.api.QueryString;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of calls with its filter. Thread-safe. */
public final class SearchPages implements RouteGroup {
    private final CallSearch search;
    private final SavedViews views;
    private final CallQueryParser queries;
    private final PageRenderer renderer;

    public SearchPages(CallSearch search, SavedViews views, CallQueryParser queries, PageRenderer renderer) {
        this.search = search;
        this.views = views;
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
                        new SearchForm(view, query, search.facets(scope)),
                        bar(context, view, query)));
    }

    private ViewBar bar(Context context, View view, CallQuery query) {
        List<SavedView> offered = views.offeredTo(Viewer.of(context).login());
        SavedView opened = opened(context.queryParam("view"), offered);
        List<Refused> refused = new ArrayList<>();
        if (opened != null) {
            queries.parseKept(QueryString.parse(opened.query()), refused);
        }
        return new ViewBar(view, offered, opened, refused, query.kept(), ViewBar.Form.empty());
    }

    /** Only a mark of what was clicked: the list is what the rest of the address says. */
    private static @Nullable SavedView opened(@Nullable String id, List<SavedView> offered) {
        return offered.stream()
                .filter(one -> Long.toString(one.id()).equals(id))
                .findFirst()
                .orElse(null);
    }
}
