package io.callscope.analytics.web.appeals;

import io.callscope.analytics.review.appeals.Appeal;
import io.callscope.analytics.review.appeals.AppealScores;
import io.callscope.analytics.review.appeals.CriterionAppeals;
import io.callscope.analytics.review.appeals.Decision;
import io.callscope.analytics.review.appeals.Filing;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.analytics.web.problem.Valid;
import io.callscope.analytics.web.review.ReviewSources;
import io.callscope.analytics.web.route.JsonBody;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /api/appeals}: appeals as JSON. Thread-safe. */
public final class AppealApi implements RouteGroup {
    private static final Expected FILING = Expected.of("expected.appeal");
    private static final Expected DECISION = Expected.of("expected.appeal-decision");

    private final ReviewSources sources;
    private final AppealActs acts;

    public AppealApi(ReviewSources sources, ReadLog reads) {
        this.sources = sources;
        this.acts = new AppealActs(sources.appeals(), reads);
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/api/appeals", Permission.SEE_APPEALS, this::list);
        routes.reads("/api/appeals/{number}", Permission.SEE_APPEALS, this::one);
        routes.reads(
                "/api/appeals/reviews/{number}",
                Permission.FILE_APPEALS,
                context -> context.json(acts.review(context)));
        routes.acts("/api/appeals", Permission.FILE_APPEALS, this::file);
        routes.acts(
                "/api/appeals/{number}/take", Permission.DECIDE_APPEALS, context -> context.json(acts.take(context)));
        routes.acts(
                "/api/appeals/{number}/release",
                Permission.DECIDE_APPEALS,
                context -> context.json(acts.release(context)));
        routes.acts("/api/appeals/{number}/decision", Permission.DECIDE_APPEALS, this::decide);
    }

    /** Appeals without scores, and how often teams object. */
    private record Listed(List<Appeal> appeals, List<CriterionAppeals> criteria) {}

    /** One of them; scores once it is not open any more. */
    private record One(Appeal appeal, @Nullable AppealScores scores) {}

    /** The body of an appeal. */
    private record Body(
            @Nullable Long review,
            @Nullable String criterion,
            @Nullable String reason,
            @Nullable Long atMs) {}

    /** The body of a decision. */
    private record DecisionBody(
            @Nullable String answer, @Nullable String comment) {}

    private void list(Context context) {
        context.json(new Listed(
                sources.appeals().of(Viewer.of(context)), sources.appeals().counts(Viewer.scope(context))));
    }

    private void one(Context context) {
        Appeal appeal = acts.appeal(context);
        context.json(new One(appeal, acts.scores(context, appeal).orElse(null)));
    }

    private void file(Context context) throws IOException {
        Body body = JsonBody.read(context, Body.class, FILING);
        Filing filing = Valid.of(
                "body",
                () -> new Filing(
                        Objects.requireNonNullElse(body.review(), 0L),
                        Objects.requireNonNullElse(body.criterion(), ""),
                        Objects.requireNonNullElse(body.reason(), ""),
                        body.atMs()));
        context.status(HttpStatus.CREATED).json(acts.file(context, filing));
    }

    private void decide(Context context) throws IOException {
        DecisionBody body = JsonBody.read(context, DecisionBody.class, DECISION);
        Decision decision = Valid.of(
                "answer",
                () -> new Decision(Answer.ofId(Objects.requireNonNullElse(body.answer(), "")), body.comment()));
        context.json(acts.decide(context, decision));
    }
}
