package io.callscope.analytics.web.review;

import io.callscope.analytics.review.SamplePlan;
import io.callscope.analytics.review.SamplePlans.CriterionCount;
import io.callscope.analytics.review.SamplePlans.Progress;
import io.callscope.analytics.review.Seat;
import io.callscope.analytics.scorecard.Criterion;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.page.View;
import io.callscope.statistics.decision.DecisionLimits;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a week.
 *
 * @param plans how far the newest are
 * @param shown the one whose calls are listed; null when there is none
 * @param needs what each criterion still needs
 * @param lastWeek the Monday of the last week that is over
 */
public record PlanView(
        View view, List<Progress> plans, @Nullable SamplePlan shown, List<Need> needs, LocalDate lastWeek) {
    /**
     * One criterion, and what is still missing to decide on the machine's part in it; weights and few agents can make it
     * more.
     *
     * @param reviews blind ones that count
     * @param failures of them not met
     * @param pairs calls that two people scored
     */
    public record Need(String scorecard, String name, int reviews, int failures, int pairs) {
        public int reviewsLeft() {
            return Math.max(0, (int) DecisionLimits.USUAL.reviews() - reviews);
        }

        public int failuresLeft() {
            return Math.max(0, DecisionLimits.USUAL.failures() - failures);
        }

        public int pairsLeft() {
            return Math.max(0, DecisionLimits.USUAL.doubleScored() - pairs);
        }
    }

    static PlanView of(
            View view,
            List<Progress> plans,
            @Nullable SamplePlan shown,
            List<CriterionCount> counts,
            Scorecards scorecards,
            LocalDate lastWeek) {
        Map<String, CriterionCount> known =
                counts.stream().collect(Collectors.toMap(one -> one.scorecard() + '/' + one.criterion(), one -> one));
        return new PlanView(
                view,
                List.copyOf(plans),
                shown,
                scorecards.all().stream()
                        .flatMap(scorecard -> scorecard.criteria().stream()
                                .map(criterion -> need(
                                        view, scorecard, criterion, known.get(scorecard.id() + '/' + criterion.id()))))
                        .toList(),
                lastWeek);
    }

    private static Need need(View view, Scorecard scorecard, Criterion criterion, @Nullable CriterionCount count) {
        return new Need(
                scorecard.name().in(view.tag()),
                criterion.name().in(view.tag()),
                count == null ? 0 : count.reviews(),
                count == null ? 0 : count.failures(),
                count == null ? 0 : count.pairs());
    }

    public boolean mayLead() {
        return view.may(Permission.LEAD_REVIEWS);
    }

    /** Whether the last week that is over has no plan yet. */
    public boolean mayMake() {
        return mayLead() && plans.stream().noneMatch(one -> one.plan().week().equals(lastWeek));
    }

    public Progress progress(SamplePlan plan) {
        return plans.stream()
                .filter(one -> one.plan().week().equals(plan.week()))
                .findFirst()
                .orElseGet(() -> new Progress(plan, plan.calls().size(), 0, 0, 0));
    }

    /** A week as people say it. */
    public String week(LocalDate monday) {
        return view.format().date(monday) + " – " + view.format().date(monday.plus(6, ChronoUnit.DAYS));
    }

    /** Who sits where, those of a call in the order of the seats. */
    public List<Map.Entry<Seat, @Nullable String>> seats(SamplePlan.Planned call) {
        return call.seats().entrySet().stream()
                .sorted(Map.Entry.<Seat, @Nullable String>comparingByKey())
                .toList();
    }
}
