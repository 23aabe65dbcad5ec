package io.callscope.analytics.web.review;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.review.Dispute;
import io.callscope.analytics.review.Review;
import io.callscope.analytics.review.ReviewScale;
import io.callscope.analytics.review.Seat;
import io.callscope.analytics.review.SeatTakenException;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.Site;
import io.callscope.analytics.web.api.CallsApi;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.call.CallView;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /disputes}: deciding what two reviewers differ on, without knowing who said what. Thread-safe. */
public final class DisputePages implements RouteGroup {
    private final ReviewSources sources;
    private final CallRepository calls;
    private final ReadLog reads;
    private final PageRenderer renderer;
    private final Site site;
    private final Clock clock;

    public DisputePages(
            ReviewSources sources, CallRepository calls, ReadLog reads, PageRenderer renderer, Site site, Clock clock) {
        this.sources = sources;
        this.calls = calls;
        this.reads = reads;
        this.renderer = renderer;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/disputes", Permission.LEAD_REVIEWS, this::list);
        routes.reads("/disputes/{id}", Permission.LEAD_REVIEWS, this::one);
        routes.acts("/disputes/{id}", Permission.LEAD_REVIEWS, this::decide);
    }

    private void list(Context context) {
        renderer.render(
                context,
                "disputes.jte",
                new DisputesView(renderer.view(context), sources.reviews().disputes(Viewer.of(context))));
    }

    private void one(Context context) {
        CallDetail detail = CallsApi.unmarked(calls, context);
        reads.reviewing(context, detail.entry().callId());
        show(context, detail, dispute(context, detail), ReviewForm.EMPTY, null);
    }

    private Dispute dispute(Context context, CallDetail detail) {
        return sources.reviews().disputes(Viewer.of(context)).stream()
                .filter(one -> one.callId().equals(detail.entry().callId()))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.SEAT_TAKEN, detail.entry().callId().value()));
    }

    private Scorecard scorecard(Dispute dispute) {
        return sources.scorecard(dispute.scorecard())
                .filter(one -> one.version().equals(dispute.scorecardVersion()))
                .orElseThrow(() -> ProblemException.of(ProblemType.SCORECARD_CHANGED, dispute.scorecard()));
    }

    private void show(Context context, CallDetail detail, Dispute dispute, ReviewForm form, @Nullable String refused) {
        renderer.render(
                context,
                "dispute.jte",
                new DisputeView(
                        CallView.unmarked(renderer.view(context), detail, site),
                        dispute,
                        scorecard(dispute),
                        form,
                        refused));
    }

    private void decide(Context context) {
        CallDetail detail = CallsApi.unmarked(calls, context);
        Dispute dispute = dispute(context, detail);
        ReviewForm form = new ReviewForm(context.formParamMap());
        Review.Given given;
        try {
            given = form.decision(
                    ReviewScale.of(scorecard(dispute), sources.codebook().get()), dispute.items());
        } catch (IllegalArgumentException refused) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(context, detail, dispute, form, refused.getMessage());
            return;
        }
        long number;
        try {
            number = sources.reviews().decide(Viewer.of(context), dispute.callId(), given, clock.instant());
        } catch (SeatTakenException decided) {
            throw ProblemException.of(ProblemType.SEAT_TAKEN, dispute.callId().value());
        }
        reads.noted(
                context,
                AuditAction.REVIEWED,
                dispute.callId(),
                Map.of("review", Long.toString(number), "seat", Seat.ADJUDICATION.id()));
        sources.given().given(Seat.ADJUDICATION.id());
        context.redirect("/disputes", HttpStatus.SEE_OTHER);
    }
}
