package io.callscope.analytics.web.call;

import io.callscope.analytics.comments.Comments;
import io.callscope.analytics.evaluation.Evaluations;
import io.callscope.analytics.llm.budget.Costs;
import io.callscope.analytics.repeats.RepeatChains;
import io.callscope.analytics.review.imports.ImportedReviews;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.Site;
import io.callscope.analytics.web.api.CallsApi;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.desk.DeskViews;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /calls/{id}}. Thread-safe. */
public final class CallPage implements RouteGroup {
    private final CallRepository calls;
    private final Comments comments;
    private final RepeatChains chains;
    private final Costs costs;
    private final Evaluations evaluations;
    private final ImportedReviews imported;
    private final Supplier<Scorecards> scorecards;
    private final DeskViews desk;
    private final ReadLog reads;
    private final PageRenderer renderer;
    private final Site site;

    public CallPage(
            CallRepository calls,
            Comments comments,
            RepeatChains chains,
            Costs costs,
            Evaluations evaluations,
            ImportedReviews imported,
            Supplier<Scorecards> scorecards,
            DeskViews desk,
            ReadLog reads,
            PageRenderer renderer,
            Site site) {
        this.costs = costs;
        this.calls = calls;
        this.comments = comments;
        this.chains = chains;
        this.evaluations = evaluations;
        this.imported = imported;
        this.scorecards = scorecards;
        this.desk = desk;
        this.reads = reads;
        this.renderer = renderer;
        this.site = site;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/calls/{id}", Permission.READ_CALLS, context -> show(context, CommentForm.EMPTY));
    }

    /** The whole page. */
    void show(Context context, CommentForm form) {
        renderer.render(context, "call.jte", view(context, form));
    }

    /**
     * What a comment changes: the panel, the timeline and the line of the text.
     *
     * @param atMs the second that the comment is about; null when it is about none or nothing changed
     */
    void showCommented(Context context, CommentForm form, @Nullable Long atMs) {
        CallView view = view(context, form);
        renderer.render(
                context,
                "call/commented.jte",
                new Commented(view, view.rowAt(atMs).orElse(null)));
    }

    private CallView view(Context context, CommentForm form) {
        CallDetail detail = CallsApi.detail(calls, context);
        reads.read(context, detail.entry().callId());
        return CallView.of(
                renderer.view(context),
                detail,
                comments.on(detail.entry().callId(), Viewer.scope(context)),
                form,
                chains.of(detail.entry().callId(), Viewer.scope(context)),
                EvaluationView.of(
                        evaluations.of(detail.entry().callId(), Viewer.scope(context)), scorecards.get(), detail),
                ImportedView.of(imported.of(detail.entry().callId(), Viewer.scope(context)), scorecards.get()),
                desk.decision(context, detail.entry().callId()),
                costs.ofCall(detail.entry().callId()),
                site);
    }
}
