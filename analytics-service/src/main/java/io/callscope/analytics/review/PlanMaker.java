package io.callscope.analytics.review;

import io.callscope.analytics.users.Account;
import io.callscope.analytics.users.User;
import io.callscope.analytics.users.UserStore;
import io.callscope.model.call.CallId;
import io.callscope.statistics.sampling.Candidate;
import io.callscope.statistics.sampling.PlanSettings;
import io.callscope.statistics.sampling.PlannedCall;
import io.callscope.statistics.sampling.SamplingPlan;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Makes the plan of a week. Thread-safe. */
public final class PlanMaker {
    private final PlanSource source;
    private final Supplier<List<User>> people;
    private final QaSettings settings;
    private final ZoneId zone;
    private final Clock clock;

    PlanMaker(PlanSource source, Supplier<List<User>> people, QaSettings settings, ZoneId zone, Clock clock) {
        this.source = Objects.requireNonNull(source, "source");
        this.people = Objects.requireNonNull(people, "people");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** From calls and reviews in a database. */
    public static PlanMaker over(
            DataSource dataSource, UserStore users, QaSettings settings, ZoneId zone, Clock clock) {
        return new PlanMaker(
                new JdbiPlanSource(dataSource, false),
                () -> users.accounts().stream()
                        .filter(Account::enabled)
                        .map(Account::user)
                        .toList(),
                settings,
                zone,
                clock);
    }

    /** Of simulated calls alone; its plans are marked. */
    public static PlanMaker simulating(
            DataSource dataSource, List<User> people, QaSettings settings, ZoneId zone, Clock clock) {
        return new PlanMaker(new JdbiPlanSource(dataSource, true), () -> people, settings, zone, clock);
    }

    /** The Monday of the last week that is over. */
    public LocalDate lastWeek() {
        return new WeeksOver(zone, clock).last();
    }

    /**
     * Draws a plan and keeps nothing.
     *
     * @throws IllegalArgumentException for a day that is no Monday, a week that is not over, or settings that the week
     *     cannot meet
     * @throws PlanExistsException when the week has one
     * @throws EmptyWeekException when it has no call that a scorecard is for
     */
    public SamplePlan draw(LocalDate week, long seed, String by) {
        if (week.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("week %s: expected a Monday".formatted(week));
        }
        new WeeksOver(zone, clock).require(week);
        source.requireNone(week);
        List<EvaluatedCall> calls = source.candidates(
                week.atStartOfDay(zone).toInstant(),
                week.plusWeeks(1).atStartOfDay(zone).toInstant());
        if (calls.isEmpty()) {
            throw new EmptyWeekException(week);
        }
        Disagreements known = source.disagreements();
        PlanSettings lot = settings.of(calls.size());
        SamplingPlan drawn = SamplingPlan.draw(
                calls.stream().map(call -> candidate(call, known)).toList(), lot, seed);
        return new SamplePlan(week, seed, lot, calls.size(), clock.instant(), by, seated(drawn, calls));
    }

    /** The same, and keeps it. */
    public SamplePlan make(LocalDate week, long seed, String by) {
        SamplePlan plan = draw(week, seed, by);
        source.keep(plan);
        return plan;
    }

    private static Candidate candidate(EvaluatedCall call, Disagreements known) {
        return new Candidate(call.callId(), call.team(), call.agent(), call.startedAt(), known.uncertainty(call));
    }

    private List<SamplePlan.Planned> seated(SamplingPlan drawn, List<EvaluatedCall> calls) {
        Map<String, EvaluatedCall> byId =
                calls.stream().collect(Collectors.toMap(EvaluatedCall::callId, Function.identity()));
        Map<String, Set<String>> readers = source.readers(
                drawn.calls().stream().map(one -> one.call().id()).toList());
        Seating seating = new Seating(people.get(), drawn.seed());
        return drawn.calls().stream()
                .map(one ->
                        planned(one, Objects.requireNonNull(byId.get(one.call().id())), seating, readers))
                .toList();
    }

    private static SamplePlan.Planned planned(
            PlannedCall drawn, EvaluatedCall call, Seating seating, Map<String, Set<String>> readers) {
        return new SamplePlan.Planned(
                new CallId(call.callId()),
                call.scorecard(),
                drawn.inclusion(),
                call.team(),
                call.agent(),
                drawn.role(),
                drawn.doubleScored(),
                drawn.secondInclusion(),
                seating.seats(call.team(), drawn.doubleScored(), readers.getOrDefault(call.callId(), Set.of())));
    }
}
