package io.callscope.analytics.web.review;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.codebook.CauseDefinition;
import io.callscope.analytics.review.SeatTakenException;
import io.callscope.analytics.review.pairs.PairAnswer;
import io.callscope.analytics.review.pairs.PairCandidates;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.Site;
import io.callscope.analytics.web.api.CallsApi;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.call.CallView;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.problem.Valid;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /review/{id}/pairs}: a planned call beside the customer's other contacts, without what the machine links, marks
 * or takes for the cause. Thread-safe.
 */
public final class PairPages implements RouteGroup {
    private final ReviewSources sources;
    private final CallRepository calls;
    private final ReadLog reads;
    private final PageRenderer renderer;
    private final Site site;
    private final Clock clock;

    public PairPages(
            ReviewSources sources, CallRepository calls, ReadLog reads, PageRenderer renderer, Site site, Clock clock) {
        this.sources = sources;
        this.calls = calls;
        this.reads = reads;
        this.renderer = renderer;
        this.site = site;
        this.clock = clock;
    }

    /** Where he is asked which of the customer's others a planned call repeats. */
    static String address(CallId planned) {
        return ReviewPages.address(planned) + "/pairs";
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/review/{id}/pairs", Permission.REVIEW_CALLS, this::page);
        routes.acts("/review/{id}/pairs", Permission.REVIEW_CALLS, this::give);
    }

    private void page(Context context) {
        CallDetail detail = CallsApi.unmarked(calls, context);
        PairCandidates pairs = pairs(context, detail);
        reads.reviewing(context, detail.entry().callId());
        renderer.render(
                context,
                "pairs.jte",
                new PairView(
                        view(context, detail),
                        views(context, pairs.earlier()),
                        views(context, pairs.later()),
                        sources.codebook().get().causes(),
                        pairs.given()));
    }

    private PairCandidates pairs(Context context, CallDetail detail) {
        CallId callId = detail.entry().callId();
        return sources.pairs()
                .of(Viewer.of(context), callId)
                .orElseThrow(() -> ProblemException.of(ProblemType.SEAT_TAKEN, callId.value()));
    }

    private CallView view(Context context, CallDetail detail) {
        return CallView.unmarked(renderer.view(context), detail, site);
    }

    /** That their text is seen is noted as of a review: without marks. */
    private List<CallView> views(Context context, List<CallId> others) {
        return others.stream()
                .flatMap(id -> calls.detail(id, Viewer.scope(context)).stream())
                .map(detail -> {
                    reads.reviewing(context, detail.entry().callId());
                    return view(context, detail);
                })
                .toList();
    }

    private void give(Context context) {
        CallDetail detail = CallsApi.unmarked(calls, context);
        CallId callId = detail.entry().callId();
        pairs(context, detail);
        PairAnswer answer = answer(context);
        try {
            Valid.of("of", () -> {
                sources.pairs().give(Viewer.of(context), callId, answer, clock.instant());
                return answer;
            });
        } catch (SeatTakenException given) {
            throw ProblemException.of(ProblemType.SEAT_TAKEN, callId.value());
        }
        reads.noted(context, AuditAction.REVIEWED, callId, Map.of("pair", "given"));
        context.redirect(ReviewPages.address(callId), HttpStatus.SEE_OTHER);
    }

    private PairAnswer answer(Context context) {
        String repeats = field(context, "repeats");
        if (!repeats.equals("yes") && !repeats.equals("no")) {
            throw ProblemException.badParameter("repeats", repeats, Expected.of("expected.one-of", "yes, no"));
        }
        boolean yes = repeats.equals("yes");
        String of = field(context, "of");
        return new PairAnswer(
                yes,
                !yes || of.isEmpty() ? null : Valid.of("of", () -> new CallId(of)),
                yes ? cause(field(context, "cause")) : null);
    }

    private @Nullable String cause(String given) {
        if (given.isEmpty()) {
            return null;
        }
        List<String> known = sources.codebook().get().causes().stream()
                .map(CauseDefinition::id)
                .toList();
        if (!known.contains(given)) {
            throw ProblemException.badParameter(
                    "cause",
                    given,
                    Expected.of("expected.one-of", known.stream().sorted().collect(Collectors.joining(", "))));
        }
        return given;
    }

    private static String field(Context context, String name) {
        return Objects.requireNonNullElse(context.formParam(name), "");
    }
}
