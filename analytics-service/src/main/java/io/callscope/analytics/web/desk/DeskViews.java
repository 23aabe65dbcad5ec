package io.callscope.analytics.web.desk;

import io.callscope.analytics.desk.Card;
import io.callscope.analytics.desk.QueueList;
import io.callscope.analytics.search.CallSearch;
import io.callscope.analytics.users.UserStore;
import io.callscope.analytics.web.Site;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.page.View;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cards as a request's user sees them. Thread-safe. */
public final class DeskViews {
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final DeskSources desk;
    private final UserStore users;
    private final CallSearch search;
    private final PageRenderer renderer;
    private final Site site;

    public DeskViews(DeskSources desk, UserStore users, CallSearch search, PageRenderer renderer, Site site) {
        this.desk = desk;
        this.users = users;
        this.search = search;
        this.renderer = renderer;
        this.site = site;
    }

    CardView card(Context context, Card card, @Nullable CallId onCall) {
        return card(renderer.view(context), card, colleagues(context), onCall);
    }

    private CardView card(View view, Card card, List<Colleague> colleagues, @Nullable CallId onCall) {
        String tomorrow = view.now()
                .atZone(site.zone())
                .toLocalDate()
                .plusDays(1)
                .atTime(MORNING)
                .toString();
        return new CardView(view, card, desk.departments(), colleagues, onCall, tomorrow);
    }

    private List<Colleague> colleagues(Context context) {
        return Colleague.of(users, Viewer.of(context));
    }

    QueueView queue(Context context, QueueQuery query) {
        View view = renderer.view(context);
        QueueList list = desk.cards().list(query.filter(), Viewer.of(context), view.now());
        List<Colleague> colleagues = colleagues(context);
        return new QueueView(
                view,
                query,
                list,
                list.above().stream()
                        .map(card -> card(view, card, colleagues, null))
                        .toList(),
                list.cards().stream()
                        .map(card -> card(view, card, colleagues, null))
                        .toList(),
                search.facets(Viewer.scope(context)).teams());
    }

    /** What is decided about a call, and what is called false in it. */
    public DecisionView decision(Context context, CallId call) {
        Optional<Card> card = desk.cards().ofCall(call, Viewer.scope(context));
        View view = renderer.view(context);
        return new DecisionView(
                view,
                call,
                card.map(one -> card(view, one, colleagues(context), call)).orElse(null),
                desk.falseMarks().of(call));
    }
}
