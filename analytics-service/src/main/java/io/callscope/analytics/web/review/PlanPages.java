package io.callscope.analytics.web.review;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.review.EmptyWeekException;
import io.callscope.analytics.review.PlanExistsException;
import io.callscope.analytics.review.SamplePlan;
import io.callscope.analytics.review.SamplePlans;
import io.callscope.analytics.review.Seat;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code /plan}: the calls of a week that people review, and how far they are. Thread-safe. */
public final class PlanPages implements RouteGroup {
    private static final int WEEKS = 12;

    private final ReviewSources sources;
    private final ReadLog reads;
    private final PageRenderer renderer;
    private final SecureRandom seeds = new SecureRandom();

    public PlanPages(ReviewSources sources, ReadLog reads, PageRenderer renderer) {
        this.sources = sources;
        this.reads = reads;
        this.renderer = renderer;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/plan", Permission.SEE_PLAN, this::page);
        routes.reads("/api/plan", Permission.SEE_PLAN, context -> context.json(plans(context)));
        routes.acts("/plan", Permission.LEAD_REVIEWS, this::make);
        routes.acts("/plan/free", Permission.LEAD_REVIEWS, this::free);
    }

    private List<SamplePlans.Progress> plans(Context context) {
        return sources.plans().newest(WEEKS, Viewer.scope(context));
    }

    private void page(Context context) {
        List<SamplePlans.Progress> plans = plans(context);
        String asked = Objects.requireNonNullElse(context.queryParam("week"), "");
        LocalDate week = !asked.isEmpty()
                ? week("week", asked)
                : plans.isEmpty() ? null : plans.get(0).plan().week();
        SamplePlan shown = week == null
                ? null
                : sources.plans().of(week, Viewer.scope(context)).orElse(null);
        if (shown == null && !asked.isEmpty()) {
            throw ProblemException.badParameter("week", asked, Expected.of("expected.planned-week"));
        }
        renderer.render(
                context,
                "plan.jte",
                PlanView.of(
                        renderer.view(context),
                        plans,
                        shown,
                        sources.plans().criteria(Viewer.scope(context)),
                        sources.scorecards().get(),
                        sources.maker().lastWeek()));
    }

    private void make(Context context) {
        LocalDate week = week("week", field(context, "week"));
        long seed = seeds.nextInt(Integer.MAX_VALUE);
        try {
            sources.maker().make(week, seed, Viewer.of(context).login());
        } catch (PlanExistsException exists) {
            throw ProblemException.of(ProblemType.PLAN_EXISTS, week.toString());
        } catch (EmptyWeekException empty) {
            throw ProblemException.of(ProblemType.EMPTY_WEEK, week.toString());
        } catch (IllegalArgumentException notThatWeek) {
            throw ProblemException.badParameter("week", week.toString(), Expected.of("expected.past-monday"));
        }
        reads.planned(context, week.toString(), seed);
        context.redirect("/plan?week=" + week, HttpStatus.SEE_OTHER);
    }

    private void free(Context context) {
        LocalDate week = week("week", field(context, "week"));
        String given = field(context, "call");
        CallId call;
        try {
            call = new CallId(given);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.of(ProblemType.UNKNOWN_CALL, given.length() > 128 ? given.substring(0, 128) : given);
        }
        Seat seat = field(context, "seat").equals(Seat.SECOND.id()) ? Seat.SECOND : Seat.FIRST;
        if (!sources.plans().free(week, call.value(), seat, Viewer.scope(context))) {
            throw ProblemException.of(ProblemType.SEAT_TAKEN, call.value());
        }
        reads.noted(context, AuditAction.SEAT_FREED, call, Map.of("week", week.toString(), "seat", seat.id()));
        context.redirect("/plan?week=" + week, HttpStatus.SEE_OTHER);
    }

    private static String field(Context context, String name) {
        return Objects.requireNonNullElse(context.formParam(name), "");
    }

    private static LocalDate week(String name, String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException notADate) {
            throw ProblemException.badParameter(name, given, Expected.of("expected.past-monday"));
        }
    }
}
