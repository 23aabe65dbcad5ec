package io.callscope.analytics.web.page;

import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.User;
import io.callscope.analytics.views.SavedView;
import io.callscope.analytics.views.SavedViews;
import io.callscope.analytics.views.SavedViews.Outcome;
import io.callscope.analytics.web.api.CallQuery;
import io.callscope.analytics.web.api.CallQueryParser;
import io.callscope.analytics.web.api.QueryString;
import io.callscope.analytics.web.page.ViewBar.Form;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Filters are kept, opened, renamed, shared and deleted. What was typed comes back with the reason. Thread-safe. */
public final class ViewPages implements RouteGroup {
    private final SavedViews views;
    private final CallQueryParser queries;
    private final PageRenderer renderer;

    public ViewPages(SavedViews views, CallQueryParser queries, PageRenderer renderer) {
        this.views = views;
        this.queries = queries;
        this.renderer = renderer;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/views", Permission.READ_CALLS, context -> show(context, null, ""));
        routes.reads("/views/{view}", Permission.READ_CALLS, this::open);
        routes.acts("/views", Permission.READ_CALLS, this::save);
        routes.acts("/views/{view}", Permission.READ_CALLS, this::change);
        routes.acts("/views/{view}/delete", Permission.READ_CALLS, this::delete);
    }

    private void show(Context context, ViewsPage.@Nullable Typed typed, String problem) {
        String login = Viewer.of(context).login();
        List<SavedView> own =
                views.offeredTo(login).stream().filter(one -> one.isOf(login)).toList();
        renderer.render(context, "views.jte", new ViewsPage(renderer.view(context), own, typed, problem));
    }

    /** Leads to the list; what does not exist any more is left out there and said. */
    private void open(Context context) {
        SavedView opened = views.find(id(context), Viewer.of(context).login())
                .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_VIEW, context.pathParam("view")));
        CallQuery query = queries.parseKept(QueryString.parse(opened.query()), new ArrayList<>());
        String address = query.address("/calls", 1);
        context.redirect(address + (address.contains("?") ? "&" : "?") + "view=" + opened.id(), HttpStatus.SEE_OTHER);
    }

    private void save(Context context) {
        User user = Viewer.of(context);
        View view = renderer.view(context);
        String name = typedName(context);
        boolean shared = isShared(context, user);
        CallQuery query = queries.parse(QueryString.parse(Objects.requireNonNullElse(context.formParam("query"), "")));
        String problem = problem(view, name);
        if (problem.isEmpty() && !query.isNarrowed()) {
            problem = view.t("views.nothing-to-keep");
        }
        if (problem.isEmpty() && query.kept().length() > SavedView.MAX_QUERY) {
            problem = view.t("views.too-much");
        }
        if (problem.isEmpty()) {
            problem = words(view, views.save(user.login(), name, query.kept(), shared), name);
        }
        answerSave(context, query, name, shared, problem);
    }

    private void answerSave(Context context, CallQuery query, String name, boolean shared, String problem) {
        View view = renderer.view(context);
        boolean taken = problem.isEmpty();
        if (taken && context.header("HX-Request") == null) {
            context.redirect(query.address("/calls", 1), HttpStatus.SEE_OTHER);
            return;
        }
        Form form = taken ? new Form("", false, "", view.t("views.kept", name)) : new Form(name, shared, problem, "");
        List<SavedView> offered = views.offeredTo(Viewer.of(context).login());
        renderer.render(context, "viewbar.jte", new ViewBar(view, offered, null, List.of(), query.kept(), form));
    }

    private void change(Context context) {
        User user = Viewer.of(context);
        long id = id(context);
        View view = renderer.view(context);
        String name = typedName(context);
        boolean shared = isShared(context, user);
        String problem = problem(view, name);
        if (problem.isEmpty()) {
            problem = words(view, views.change(id, user.login(), name, shared), name);
        }
        if (problem.isEmpty()) {
            context.redirect("/views", HttpStatus.SEE_OTHER);
        } else {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(context, new ViewsPage.Typed(id, name, shared), problem);
        }
    }

    private void delete(Context context) {
        if (!views.delete(id(context), Viewer.of(context).login())) {
            throw ProblemException.of(ProblemType.UNKNOWN_VIEW, context.pathParam("view"));
        }
        context.redirect("/views", HttpStatus.SEE_OTHER);
    }

    private static long id(Context context) {
        String id = context.pathParam("view");
        if (!id.matches("[0-9]{1,18}")) {
            throw ProblemException.of(ProblemType.UNKNOWN_VIEW, id.length() > 40 ? id.substring(0, 40) + "…" : id);
        }
        return Long.parseLong(id);
    }

    private static String typedName(Context context) {
        return Objects.requireNonNullElse(context.formParam("name"), "").strip();
    }

    private static boolean isShared(Context context, User user) {
        return "true".equals(context.formParam("shared")) && user.may(Permission.SHARE_VIEWS);
    }

    /** Why this is no name, in words; empty when it is one. */
    private static String problem(View view, String name) {
        if (name.isEmpty()) {
            return view.t("views.no-name");
        }
        return name.length() > SavedView.MAX_NAME ? view.t("views.long-name", SavedView.MAX_NAME) : "";
    }

    private static String words(View view, Outcome outcome, String name) {
        return switch (outcome) {
            case DONE -> "";
            case NAME_TAKEN -> view.t("views.name-taken", name);
            case TOO_MANY -> view.t("views.too-many", SavedViews.MOST);
            case UNKNOWN -> throw ProblemException.of(ProblemType.UNKNOWN_VIEW, name);
        };
    }
}
