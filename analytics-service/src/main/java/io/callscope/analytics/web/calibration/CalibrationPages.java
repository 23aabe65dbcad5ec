package io.callscope.analytics.web.calibration;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditEvent;
import io.callscope.analytics.audit.AuditLog;
import io.callscope.analytics.review.EmptyWeekException;
import io.callscope.analytics.review.calibration.CalibrationDraft;
import io.callscope.analytics.review.calibration.CalibrationReport;
import io.callscope.analytics.review.calibration.CalibrationSession;
import io.callscope.analytics.review.calibration.CriterionCalibration;
import io.callscope.analytics.scorecard.Criterion;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.users.Permission;
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
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /calibrations}: sessions in which several people score the same calls. What they said is shown once nobody
 * scores any more, so that nobody follows another. Thread-safe.
 */
public final class CalibrationPages implements RouteGroup {
    private final ReviewSources sources;
    private final AuditLog audit;
    private final PageRenderer renderer;
    private final Clock clock;
    private final SecureRandom seeds = new SecureRandom();

    public CalibrationPages(ReviewSources sources, AuditLog audit, PageRenderer renderer, Clock clock) {
        this.sources = sources;
        this.audit = audit;
        this.renderer = renderer;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/calibrations", Permission.SEE_PLAN, this::list);
        routes.acts("/calibrations", Permission.LEAD_REVIEWS, this::make);
        routes.reads("/calibrations/{number}", Permission.SEE_PLAN, this::one);
        routes.acts("/calibrations/{number}/close", Permission.LEAD_REVIEWS, this::close);
        routes.reads("/api/calibrations", Permission.SEE_PLAN, context -> context.json(sessions(context)));
        routes.reads("/api/calibrations/{number}", Permission.SEE_PLAN, context -> context.json(json(context)));
    }

    /** A session and, once it is over, what comes out; people are named to those who lead reviews alone. */
    private record Json(
            CalibrationSession session, @Nullable List<CriterionCalibration> criteria) {}

    private List<CalibrationSession> sessions(Context context) {
        return sources.calibration().sessions().all(Viewer.scope(context));
    }

    private Json json(Context context) {
        CalibrationSession session = session(context);
        return new Json(session, session.isOver() ? report(context, session) : null);
    }

    private void list(Context context) {
        renderer.render(
                context,
                "calibrations.jte",
                new CalibrationListView(
                        renderer.view(context),
                        sessions(context),
                        sources.scorecards().get().all(),
                        sources.calibration().maker().people(),
                        sources.calibration().maker().lastWeek()));
    }

    private CalibrationSession session(Context context) {
        String given = context.pathParam("number");
        return given.matches("\\d{1,18}")
                ? sources.calibration()
                        .sessions()
                        .of(Long.parseLong(given), Viewer.scope(context))
                        .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_CALIBRATION, given))
                : unknown(given);
    }

    private static CalibrationSession unknown(String given) {
        throw ProblemException.of(
                ProblemType.UNKNOWN_CALIBRATION, given.length() > 40 ? given.substring(0, 40) + "…" : given);
    }

    private void one(Context context) {
        CalibrationSession session = session(context);
        renderer.render(
                context,
                "calibration.jte",
                new CalibrationView(
                        renderer.view(context),
                        session,
                        sources.scorecard(session.scorecard()).orElse(null),
                        session.isOver() ? report(context, session) : List.of()));
    }

    private List<CriterionCalibration> report(Context context, CalibrationSession session) {
        List<String> criteria = sources.scorecard(session.scorecard()).stream()
                .flatMap(scorecard -> scorecard.criteria().stream())
                .map(Criterion::id)
                .toList();
        List<CriterionCalibration> report =
                CalibrationReport.of(criteria, sources.calibration().sessions().answers(session.number()));
        return Viewer.of(context).may(Permission.LEAD_REVIEWS)
                ? report
                : report.stream().map(CriterionCalibration::unnamed).toList();
    }

    private void make(Context context) {
        Scorecard scorecard = scorecard(field(context, "scorecard"));
        LocalDate week = week(field(context, "week"));
        String calls = field(context, "calls");
        if (!calls.matches("\\d{1,4}")) {
            throw ProblemException.badParameter("calls", calls, Expected.of("expected.said", "2 – 200"));
        }
        CalibrationDraft draft = Valid.of(
                "calibration",
                () -> new CalibrationDraft(
                        field(context, "name"),
                        scorecard.id(),
                        week,
                        Integer.parseInt(calls),
                        context.formParams("people"),
                        seeds.nextInt(Integer.MAX_VALUE)));
        long number;
        try {
            number = Valid.of("calibration", () -> sources.calibration().maker().make(draft, Viewer.of(context)));
        } catch (EmptyWeekException empty) {
            throw ProblemException.of(ProblemType.EMPTY_WEEK, week.toString());
        }
        noted(context, AuditAction.CALIBRATION_MADE, number);
        context.redirect("/calibrations/" + number, HttpStatus.SEE_OTHER);
    }

    private Scorecard scorecard(String id) {
        return sources.scorecard(id)
                .orElseThrow(() -> ProblemException.badParameter(
                        "scorecard",
                        id,
                        Expected.of(
                                "expected.one-of",
                                sources.scorecards().get().all().stream()
                                        .map(Scorecard::id)
                                        .collect(Collectors.joining(", ")))));
    }

    private static LocalDate week(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException notADate) {
            throw ProblemException.badParameter("week", given, Expected.of("expected.past-monday"));
        }
    }

    private void close(Context context) {
        CalibrationSession session = session(context);
        if (sources.calibration().sessions().close(session.number(), Viewer.scope(context), clock.instant())) {
            noted(context, AuditAction.CALIBRATION_CLOSED, session.number());
        }
        context.redirect("/calibrations/" + session.number(), HttpStatus.SEE_OTHER);
    }

    private void noted(Context context, AuditAction action, long number) {
        audit.append(new AuditEvent(
                Viewer.of(context).login(), action, List.of(), Map.of("session", Long.toString(number))));
    }

    private static String field(Context context, String name) {
        return Objects.requireNonNullElse(context.formParam(name), "");
    }
}
