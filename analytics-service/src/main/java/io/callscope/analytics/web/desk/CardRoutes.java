package io.callscope.analytics.web.desk;

import io.callscope.analytics.desk.Card;
import io.callscope.analytics.desk.CardChangedException;
import io.callscope.analytics.desk.CardState;
import io.callscope.analytics.desk.Move;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.UserStore;
import io.callscope.analytics.web.Site;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.page.View;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is done to cards. Scripts get the card as it is then, browsers without them the page. Whoever is late learns what
 * the card has become, and what he typed stays where it is. Thread-safe.
 */
public final class CardRoutes implements RouteGroup {
    private final DeskSources desk;
    private final DeskViews views;
    private final UserStore users;
    private final PageRenderer renderer;
    private final Site site;
    private final Clock clock;

    public CardRoutes(
            DeskSources desk, DeskViews views, UserStore users, PageRenderer renderer, Site site, Clock clock) {
        this.desk = desk;
        this.views = views;
        this.users = users;
        this.renderer = renderer;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        acts(routes, "take", context -> new Move.Take());
        acts(routes, "release", context -> new Move.Release());
        acts(routes, "check", context -> forms().check(context));
        acts(routes, "put-off", context -> forms().putOff(context, clock.instant()));
        acts(routes, "hand-over", context -> forms().handOver(context, Colleague.of(users, Viewer.of(context))));
        routes.reads("/queue/cards/{card}", Permission.WORK_QUEUE, this::card);
        routes.reads("/queue/cards/{card}/history", Permission.WORK_QUEUE, this::history);
    }

    /** With the departments of this moment. */
    private MoveForm forms() {
        return new MoveForm(site.zone(), desk.departments());
    }

    /** Reads a move out of a request. */
    private interface Reader {
        Move read(Context context);
    }

    private void acts(Routes routes, String move, Reader reader) {
        routes.acts("/queue/cards/{card}/" + move, Permission.WORK_QUEUE, context -> {
            // a refusal is said in words beside the form, which keeps what was typed
            context.header("HX-Reswap", "none");
            move(context, reader);
        });
    }

    private void move(Context context, Reader reader) {
        long id = id(context);
        int version = MoveForm.version(context);
        Move move = reader.read(context);
        Card card;
        try {
            card = desk.cards()
                    .move(id, version, move, Viewer.of(context), clock.instant())
                    .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_CARD, id));
        } catch (CardChangedException changed) {
            throw ProblemException.of(ProblemType.CARD_CHANGED, whatBecame(renderer.view(context), changed.card()));
        }
        answer(context, card);
    }

    private static String whatBecame(View view, Card card) {
        return CardView.stateWords(view, card.state());
    }

    private void answer(Context context, Card card) {
        CallId onCall = onCall(context);
        if (context.header("HX-Request") == null) {
            String back = onCall == null ? "/queue#card-" + card.id() : "/calls/" + onCall + "?card=" + card.id();
            context.redirect(back, HttpStatus.SEE_OTHER);
            return;
        }
        context.header("HX-Reswap", "outerHTML");
        if (onCall != null && card.state() instanceof CardState.Checked) {
            // what was called false is struck through all over the page
            context.header("HX-Refresh", "true");
        }
        show(context, card, onCall);
    }

    private void show(Context context, Card card, @Nullable CallId onCall) {
        renderer.render(
                context,
                "desk/moved.jte",
                new Moved(
                        views.card(context, card, onCall),
                        onCall == null ? views.queue(context, QueueQuery.parse(Map.of(), List.of())) : null));
    }

    /** The call on whose page the form stood; null in the queue. */
    private static @Nullable CallId onCall(Context context) {
        String call = MoveForm.field(context, "on-call");
        try {
            return call.isEmpty() ? null : new CallId(call);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.of(ProblemType.UNKNOWN_CALL, call.substring(0, Math.min(40, call.length())));
        }
    }

    /** One card, as it is now: asked for by who was late. */
    private void card(Context context) {
        Card card = find(context);
        if (context.header("HX-Request") == null) {
            context.redirect(card.calls().isEmpty() ? "/queue" : firstCall(card), HttpStatus.SEE_OTHER);
            return;
        }
        renderer.render(context, "desk/state.jte", views.card(context, card, null));
    }

    private static String firstCall(Card card) {
        return "/calls/" + card.calls().get(0).id() + "?card=" + card.id();
    }

    private void history(Context context) {
        Card card = find(context);
        renderer.render(
                context,
                "desk/history.jte",
                new HistoryView(renderer.view(context), desk.cards().history(card.id())));
    }

    private Card find(Context context) {
        long id = id(context);
        return desk.cards()
                .card(id, Viewer.scope(context))
                .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_CARD, id));
    }

    private static long id(Context context) {
        String id = context.pathParam("card");
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw ProblemException.of(ProblemType.UNKNOWN_CARD, id.substring(0, Math.min(40, id.length())));
        }
        return Long.parseLong(id);
    }
}
