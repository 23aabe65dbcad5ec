package io.callscope.analytics.web.review;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.evaluation.Evaluation;
import io.callscope.analytics.review.Assignment;
import io.callscope.analytics.review.Review;
import io.callscope.analytics.review.ReviewScale;
import io.callscope.analytics.review.SeatTakenException;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.User;
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
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /review}: a controller's planned calls, the form, and machine and person side by side after it. Thread-safe. */
public final class ReviewPages implements RouteGroup {
    private final ReviewSources sources;
    private final CallRepository calls;
    private final ReadLog reads;
    private final PageRenderer renderer;
    private final Site site;
    private final Clock clock;

    public ReviewPages(
            ReviewSources sources, CallRepository calls, ReadLog reads, PageRenderer renderer, Site site, Clock clock) {
        this.sources = sources;
        this.calls = calls;
        this.reads = reads;
        this.renderer = renderer;
        this.site = site;
        this.clock = clock;
    }

    static String address(CallId callId) {
        return "/review/" + callId.value();
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/review", Permission.REVIEW_CALLS, this::list);
        routes.reads("/review/{id}", Permission.REVIEW_CALLS, this::one);
        routes.acts("/review/{id}", Permission.REVIEW_CALLS, this::submit);
        routes.acts("/review/{id}/take", Permission.REVIEW_CALLS, this::take);
        routes.acts("/review/{id}/change", Permission.REVIEW_CALLS, this::change);
    }

    private void list(Context context) {
        User user = Viewer.of(context);
        renderer.render(
                context,
                "reviews.jte",
                ReviewListView.of(
                        renderer.view(context),
                        sources.reviews().seatsOf(user),
                        sources.reviews().freeFor(user)));
    }

    private void take(Context context) {
        CallId callId = CallsApi.unmarked(calls, context).entry().callId();
        if (!sources.reviews().take(Viewer.of(context), callId, clock.instant())) {
            throw ProblemException.of(ProblemType.SEAT_TAKEN, callId.value());
        }
        reads.noted(context, AuditAction.SEAT_TAKEN, callId, Map.of());
        context.redirect(address(callId), HttpStatus.SEE_OTHER);
    }

    private void one(Context context) {
        CallDetail detail = CallsApi.unmarked(calls, context);
        Assignment seat = seat(context, detail);
        if (seat.isDone() && isClosed(context, seat)) {
            waits(context, seat);
        } else if (seat.isDone()) {
            compare(context, detail, seat, null, null);
        } else {
            reads.reviewing(context, seat.callId());
            form(context, detail, seat, ReviewForm.EMPTY, null);
        }
    }

    /** Whether he is still to say what another call has to do with this one. */
    private static boolean isClosed(Context context, Assignment seat) {
        return Viewer.scope(context).closed().contains(seat.callId().value());
    }

    private void waits(Context context, Assignment seat) {
        CallId planned =
                sources.pairs().closedTo(Viewer.of(context)).get(seat.callId().value());
        if (planned == null) {
            throw ProblemException.of(ProblemType.BLIND_REVIEW, seat.callId().value());
        }
        renderer.render(
                context, "review-waits.jte", new WaitingView(renderer.view(context), PairPages.address(planned)));
    }

    private Assignment seat(Context context, CallDetail detail) {
        CallId callId = detail.entry().callId();
        return sources.reviews()
                .seatOf(Viewer.of(context), callId)
                .orElseThrow(() -> ProblemException.of(ProblemType.SEAT_TAKEN, callId.value()));
    }

    private Scorecard scorecard(Assignment seat) {
        return sources.scorecard(seat.scorecard())
                .orElseThrow(() -> ProblemException.of(ProblemType.SCORECARD_CHANGED, seat.scorecard()));
    }

    private void form(Context context, CallDetail detail, Assignment seat, ReviewForm form, @Nullable String refused) {
        renderer.render(
                context,
                "review.jte",
                new ReviewView(
                        CallView.unmarked(renderer.view(context), detail, site),
                        seat,
                        scorecard(seat),
                        sources.codebook().get(),
                        form,
                        asksPairs(context, seat),
                        refused));
    }

    private boolean asksPairs(Context context, Assignment seat) {
        return sources.pairs()
                .of(Viewer.of(context), seat.callId())
                .filter(pairs -> pairs.given() == null && !pairs.isEmpty())
                .isPresent();
    }

    private void compare(
            Context context, CallDetail detail, Assignment seat, @Nullable ReviewForm typed, @Nullable String refused) {
        reads.read(context, seat.callId());
        List<Review> own = sources.reviews().own(Viewer.of(context), seat.callId()).stream()
                .filter(review -> review.seat() == seat.seat())
                .toList();
        Review last = own.get(own.size() - 1);
        Evaluation machine = sources.evaluations().of(seat.callId(), Viewer.scope(context)).stream()
                .filter(one -> one.scorecard().equals(seat.scorecard()))
                .findFirst()
                .orElse(null);
        ReviewView form = new ReviewView(
                CallView.unmarked(renderer.view(context), detail, site),
                seat,
                scorecard(seat),
                sources.codebook().get(),
                typed == null ? ReviewForm.of(last) : typed,
                false,
                refused);
        renderer.render(context, "reviewed.jte", ComparedView.of(form, own, machine, detail));
    }

    private void submit(Context context) {
        CallDetail detail = CallsApi.unmarked(calls, context);
        Assignment seat = seat(context, detail);
        ReviewForm form = new ReviewForm(context.formParamMap());
        Review.Given given;
        try {
            given = form.read(scale(seat, form));
        } catch (IllegalArgumentException refused) {
            if (seat.isDone()) {
                throw ProblemException.of(ProblemType.SEAT_TAKEN, seat.callId().value());
            }
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            form(context, detail, seat, form, refused.getMessage());
            return;
        }
        keep(context, seat, () -> sources.reviews().submit(Viewer.of(context), seat.callId(), given, clock.instant()));
    }

    private void change(Context context) {
        CallDetail detail = CallsApi.unmarked(calls, context);
        Assignment seat = seat(context, detail);
        if (!seat.isDone() || isClosed(context, seat)) {
            throw ProblemException.of(ProblemType.BLIND_REVIEW, seat.callId().value());
        }
        ReviewForm form = new ReviewForm(context.formParamMap());
        Review.Given given;
        try {
            given = form.read(scale(seat, form));
        } catch (IllegalArgumentException refused) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            compare(context, detail, seat, form, refused.getMessage());
            return;
        }
        keep(context, seat, () -> sources.reviews().change(Viewer.of(context), seat.callId(), given, clock.instant()));
    }

    /** @throws ProblemException when the scorecard is another one than the form was made of */
    private ReviewScale scale(Assignment seat, ReviewForm form) {
        ReviewScale scale = ReviewScale.of(scorecard(seat), sources.codebook().get());
        if (!scale.version().equals(form.one("version"))) {
            throw ProblemException.of(ProblemType.SCORECARD_CHANGED, seat.scorecard());
        }
        return scale;
    }

    private void keep(Context context, Assignment seat, Keeping keeping) {
        long number;
        try {
            number = keeping.keep();
        } catch (SeatTakenException taken) {
            throw ProblemException.of(ProblemType.SEAT_TAKEN, seat.callId().value());
        }
        reads.noted(
                context,
                AuditAction.REVIEWED,
                seat.callId(),
                Map.of("review", Long.toString(number), "seat", seat.seat().id()));
        sources.given().given(seat.seat().id());
        context.redirect(address(seat.callId()), HttpStatus.SEE_OTHER);
    }

    /** Stores something and says its number. */
    private interface Keeping {
        long keep();
    }
}
