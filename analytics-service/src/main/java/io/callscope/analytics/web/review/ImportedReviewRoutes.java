package io.callscope.analytics.web.review;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.review.Review;
import io.callscope.analytics.review.ReviewAnswer;
import io.callscope.analytics.review.ReviewScale;
import io.callscope.analytics.review.Subject;
import io.callscope.analytics.review.imports.ImportedReview;
import io.callscope.analytics.review.imports.ImportedReviews.Kept;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.analytics.web.route.JsonBody;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/reviews}: a review that somebody gave elsewhere. Nobody knows how its call was chosen, so it is kept
 * for coaching and counts for no rate. Thread-safe.
 */
public final class ImportedReviewRoutes implements RouteGroup {
    private static final int LONGEST = 200;
    private static final String EXPECTED = ": expected ";

    private final ReviewSources sources;
    private final ReadLog reads;
    private final Clock clock;

    public ImportedReviewRoutes(ReviewSources sources, ReadLog reads, Clock clock) {
        this.sources = sources;
        this.reads = reads;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.acts("/api/reviews", Permission.LEAD_REVIEWS, this::take);
    }

    /** The body of a request. */
    private record Body(
            @Nullable String callId,
            @Nullable String reviewer,
            @Nullable LocalDate day,
            @Nullable String scorecard,
            @Nullable String scorecardVersion,
            @Nullable String comment,
            @Nullable List<BodyAnswer> answers) {}

    /** One answer of it; without a subject it is about a criterion. */
    private record BodyAnswer(
            @Nullable String subject,
            @Nullable String item,
            @Nullable String answer,
            @Nullable Integer severity,
            @Nullable String comment) {}

    /** Answers 201 when it was not known so, 200 when it was. */
    private void take(Context context) throws IOException {
        ImportedReview review = review(JsonBody.read(context, Body.class, Expected.of("expected.review")));
        if (!sources.imported()
                .unknownCalls(List.of(review.call()), Viewer.of(context).scope())
                .isEmpty()) {
            throw ProblemException.badParameter("callId", review.call(), Expected.of("expected.known-call"));
        }
        Kept kept = sources.imported().keep(List.of(review), clock.instant(), false);
        if (kept.unchanged() == 0) {
            reads.noted(
                    context,
                    AuditAction.REVIEWS_IMPORTED,
                    new CallId(review.call()),
                    Map.of("scorecard", review.given().scorecard()));
        }
        context.status(kept.unchanged() == 0 ? HttpStatus.CREATED : HttpStatus.OK)
                .json(kept);
    }

    private ImportedReview review(Body body) {
        String call = Objects.requireNonNullElse(body.callId(), "");
        if (call.isEmpty() || call.length() > LONGEST) {
            throw ProblemException.badParameter("callId", call, Expected.of("expected.call-id"));
        }
        String reviewer = Objects.requireNonNullElse(body.reviewer(), "").strip();
        if (reviewer.isEmpty() || reviewer.length() > LONGEST) {
            // people are not named in errors
            throw ProblemException.badParameter("reviewer", "", Expected.of("expected.length", "200"));
        }
        String id = Objects.requireNonNullElse(body.scorecard(), "");
        Scorecard scorecard = sources.scorecard(id)
                .orElseThrow(() -> ProblemException.badParameter(
                        "scorecard",
                        id,
                        Expected.of(
                                "expected.one-of",
                                sources.scorecards().get().all().stream()
                                        .map(Scorecard::id)
                                        .collect(Collectors.joining(", ")))));
        String version = Objects.requireNonNullElse(body.scorecardVersion(), scorecard.version());
        if (!version.equals(scorecard.version())) {
            throw ProblemException.badParameter(
                    "scorecardVersion", version, Expected.of("expected.one-of", scorecard.version()));
        }
        String comment = body.comment();
        if (comment != null && comment.length() > ReviewAnswer.LONGEST_COMMENT) {
            throw ProblemException.badParameter(
                    "comment", "", Expected.of("expected.length", String.valueOf(ReviewAnswer.LONGEST_COMMENT)));
        }
        return new ImportedReview(
                0,
                call,
                reviewer,
                body.day(),
                new Review.Given(scorecard.id(), version, comment, answers(scorecard, body.answers())));
    }

    private List<ReviewAnswer> answers(Scorecard scorecard, @Nullable List<BodyAnswer> given) {
        if (given == null || given.isEmpty()) {
            throw ProblemException.badParameter("answers", "", Expected.of("expected.review"));
        }
        ReviewScale scale = ReviewScale.of(scorecard, sources.codebook().get());
        List<ReviewAnswer> answers = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            try {
                answers.add(answer(given.get(i)));
                scale.checkEach(answers);
            } catch (IllegalArgumentException wrong) {
                String message = Objects.requireNonNullElse(wrong.getMessage(), "");
                int cut = message.indexOf(EXPECTED);
                throw ProblemException.badParameter(
                        "answers[%d]".formatted(i),
                        cut < 0 ? "" : message.substring(0, cut),
                        Expected.of("expected.said", cut < 0 ? message : message.substring(cut + EXPECTED.length())));
            }
        }
        return answers;
    }

    private static ReviewAnswer answer(BodyAnswer given) {
        String subject = Objects.requireNonNullElse(given.subject(), Subject.CRITERION.id());
        if (Arrays.stream(Subject.values()).noneMatch(one -> one.id().equals(subject))) {
            throw new IllegalArgumentException("subject \"%s\": expected one of %s"
                    .formatted(
                            subject,
                            Arrays.stream(Subject.values()).map(Subject::id).collect(Collectors.joining(", "))));
        }
        return new ReviewAnswer(
                Subject.ofId(subject),
                Objects.requireNonNullElse(given.item(), ""),
                Objects.requireNonNullElse(given.answer(), ""),
                given.severity(),
                given.comment(),
                null);
    }
}
