package io.callscope.analytics.web.appeals;

import io.callscope.analytics.review.appeals.Appeal;
import io.callscope.analytics.review.appeals.Decision;
import io.callscope.analytics.review.appeals.Filing;
import io.callscope.analytics.review.appeals.ScoredReview;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.User;
import io.callscope.analytics.web.Site;
import io.callscope.analytics.web.api.ListAddress;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.call.CallView;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.problem.Valid;
import io.callscope.analytics.web.review.ReviewSources;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /appeals}: what teams object to, the form of it, and deciding without knowing the score. Thread-safe. */
public final class AppealPages implements RouteGroup {
    private static final Pattern TIME = Pattern.compile("(\\d{1,4}):([0-5]\\d)");

    private final ReviewSources sources;
    private final CallRepository calls;
    private final ReadLog reads;
    private final AppealActs acts;
    private final PageRenderer renderer;
    private final Site site;

    public AppealPages(ReviewSources sources, CallRepository calls, ReadLog reads, PageRenderer renderer, Site site) {
        this.sources = sources;
        this.calls = calls;
        this.reads = reads;
        this.acts = new AppealActs(sources.appeals(), reads);
        this.renderer = renderer;
        this.site = site;
    }

    static String address(Appeal appeal) {
        return "/appeals/" + appeal.number();
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/appeals", Permission.SEE_APPEALS, this::list);
        routes.acts("/appeals", Permission.FILE_APPEALS, this::file);
        routes.reads("/appeals/reviews/{number}", Permission.FILE_APPEALS, this::review);
        routes.reads("/appeals/{number}", Permission.SEE_APPEALS, this::one);
        routes.acts("/appeals/{number}/take", Permission.DECIDE_APPEALS, this::take);
        routes.acts("/appeals/{number}/release", Permission.DECIDE_APPEALS, this::release);
        routes.acts("/appeals/{number}/decision", Permission.DECIDE_APPEALS, this::decide);
    }

    private AppealNames names(Context context) {
        return new AppealNames(renderer.view(context), sources.scorecards().get());
    }

    private void list(Context context) {
        User user = Viewer.of(context);
        List<ScoredReview> reviews =
                user.may(Permission.FILE_APPEALS) ? sources.appeals().reviews(user) : List.of();
        renderer.render(
                context,
                "appeals.jte",
                AppealListView.of(
                        names(context),
                        user.login(),
                        sources.appeals().of(user),
                        AppealableReviews.of(
                                reviews,
                                Objects.requireNonNullElse(context.queryParam("find"), ""),
                                ListAddress.page(context.queryParamMap())),
                        sources.appeals().counts(user.scope())));
    }

    private void review(Context context) {
        renderer.render(context, "appealable.jte", new ScoredReviewView(names(context), acts.review(context)));
    }

    private void file(Context context) {
        long review = AppealActs.number(field(context, "review"), ProblemType.UNKNOWN_REVIEW);
        Long at = time(field(context, "at"));
        Filing filing =
                Valid.of("reason", () -> new Filing(review, field(context, "criterion"), field(context, "reason"), at));
        context.redirect(address(acts.file(context, filing)), HttpStatus.SEE_OTHER);
    }

    private void one(Context context) {
        Appeal appeal = acts.appeal(context);
        if (appeal.isWith(Viewer.of(context).login())) {
            reads.reviewing(context, appeal.callId());
            renderer.render(
                    context,
                    "appeal-decision.jte",
                    new AppealDecisionView(
                            names(context),
                            appeal,
                            CallView.unmarked(renderer.view(context), detail(context, appeal), site)));
            return;
        }
        renderer.render(
                context,
                "appeal.jte",
                new AppealView(
                        names(context), appeal, acts.scores(context, appeal).orElse(null)));
    }

    private CallDetail detail(Context context, Appeal appeal) {
        return calls.detail(appeal.callId(), Viewer.scope(context))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.UNKNOWN_CALL, appeal.callId().value()));
    }

    private void take(Context context) {
        context.redirect(address(acts.take(context)), HttpStatus.SEE_OTHER);
    }

    private void release(Context context) {
        acts.release(context);
        context.redirect("/appeals", HttpStatus.SEE_OTHER);
    }

    /** To the list and not to the scores: whoever sees them cannot decide another appeal about the same call. */
    private void decide(Context context) {
        Decision decision = Valid.of(
                "answer", () -> new Decision(Answer.ofId(field(context, "answer")), field(context, "comment")));
        acts.decide(context, decision);
        context.redirect("/appeals", HttpStatus.SEE_OTHER);
    }

    private static String field(Context context, String name) {
        return Objects.requireNonNullElse(context.formParam(name), "");
    }

    private static @Nullable Long time(String given) {
        String text = given.strip();
        if (text.isEmpty()) {
            return null;
        }
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw ProblemException.badParameter("at", text, Expected.of("expected.timecode"));
        }
        return (Long.parseLong(time.group(1)) * 60 + Long.parseLong(Objects.requireNonNull(time.group(2)))) * 1000;
    }
}
