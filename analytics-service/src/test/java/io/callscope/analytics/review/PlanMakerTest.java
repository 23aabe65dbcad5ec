package io.callscope.analytics.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanMakerTest {
    private static final LocalDate WEEK = LocalDate.of(2026, 10, 5);
    private static final Instant NOW = Instant.parse("2026-10-14T09:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final Kept kept = new Kept(200);

    /** Calls of four agents in two teams, and plans in memory. */
    private static final class Kept implements PlanSource {
        private final int calls;
        private final List<SamplePlan> plans = new ArrayList<>();
        private Map<String, Set<String>> readers = Map.of();
        private Instant from = Instant.EPOCH;

        private Kept(int calls) {
            this.calls = calls;
        }

        @Override
        public void requireNone(LocalDate week) {
            plans.stream().filter(plan -> plan.week().equals(week)).findFirst().ifPresent(plan -> {
                throw new PlanExistsException(week, plan.seed(), plan.madeAt(), plan.madeBy());
            });
        }

        @Override
        public List<EvaluatedCall> candidates(Instant start, Instant end) {
            from = start;
            return IntStream.range(0, calls)
                    .mapToObj(i -> new EvaluatedCall(
                            "call-" + i,
                            i % 2 == 0 ? "Север" : "Юг",
                            "agent-" + i % 4,
                            start.plusSeconds(600L * i),
                            "service",
                            List.of(new EvaluatedCall.MachineAnswer("greeting", i % 3 == 0, Answer.MET, 0.5))))
                    .toList();
        }

        @Override
        public Disagreements disagreements() {
            return new Disagreements(Map.of());
        }

        @Override
        public Map<String, Set<String>> readers(Collection<String> callIds) {
            return readers;
        }

        @Override
        public void keep(SamplePlan plan) {
            requireNone(plan.week());
            plans.add(plan);
        }
    }

    private PlanMaker maker(User... users) {
        return new PlanMaker(
                kept, () -> List.of(users), QaSettings.defaults(), ZONE, Clock.fixed(NOW, ZoneId.of("UTC")));
    }

    private static User controller(String login, String... teams) {
        return new User(
                login, login, Role.CONTROLLER, teams.length == 0 ? TeamScope.all() : TeamScope.of(Set.of(teams)));
    }

    @Test
    void drawsTheSameListForTheSameSeedAndAnotherForAnother() {
        // Given
        PlanMaker maker = maker(controller("anna"), controller("boris"));

        // When
        SamplePlan one = maker.draw(WEEK, 7, "test");
        SamplePlan again = maker.draw(WEEK, 7, "test");
        SamplePlan other = maker.draw(WEEK, 8, "test");

        // Then
        assertThat(again).isEqualTo(one);
        assertThat(other.calls()).isNotEqualTo(one.calls());
        assertThat(one.calls())
                .hasSize(40)
                .allSatisfy(call -> assertThat(call.pi()).isBetween(0.01, 1.0));
        assertThat(one.candidates()).isEqualTo(200);
        assertThat(kept.plans).isEmpty();
    }

    @Test
    void takesTheWeekOfTheSitesZone() {
        // When
        maker().draw(WEEK, 7, "test");

        // Then
        assertThat(kept.from).isEqualTo(Instant.parse("2026-10-04T21:00:00Z"));
    }

    @Test
    void neverSeatsOnePersonTwiceNorWhomTheCallIsHiddenFromNorWhoHasReadIt() {
        // Given
        kept.readers = Map.of("call-0", Set.of("anna"), "call-2", Set.of("anna"), "call-4", Set.of("anna"));
        PlanMaker maker = maker(
                controller("anna"),
                controller("boris", "Юг"),
                new User("vera", "vera", Role.SUPERVISOR, TeamScope.all()));

        // When
        SamplePlan plan = maker.draw(WEEK, 7, "test");

        // Then
        assertThat(plan.calls()).filteredOn(SamplePlan.Planned::doubleScored).hasSize(7);
        assertThat(plan.calls()).allSatisfy(call -> {
            List<String> people = Stream.of(Seat.FIRST, Seat.SECOND)
                    .map(seat -> call.seats().get(seat))
                    .filter(login -> login != null)
                    .toList();
            assertThat(people).doesNotHaveDuplicates().doesNotContain("vera");
            if (call.team().equals("Север")) {
                assertThat(people).doesNotContain("boris");
            }
            if (Set.of("call-0", "call-2", "call-4").contains(call.callId().value())) {
                assertThat(people).doesNotContain("anna");
            }
            assertThat(call.seats()).hasSize(call.doubleScored() ? 2 : 1);
        });
    }

    @Test
    void leavesSeatsFreeWhenThereIsNobody() {
        // When
        SamplePlan plan = maker().draw(WEEK, 7, "test");

        // Then
        assertThat(plan.calls()).allSatisfy(call -> assertThat(call.seats()).containsEntry(Seat.FIRST, null));
    }

    @Test
    void refusesASecondPlanAnEmptyWeekAWeekThatIsNotOverAndADayThatIsNoMonday() {
        // Given
        PlanMaker maker = maker(controller("anna"));
        maker.make(WEEK, 7, "vera");

        // When, Then
        assertThatThrownBy(() -> maker.make(WEEK, 8, "test"))
                .isInstanceOf(PlanExistsException.class)
                .hasMessageContaining("by vera with seed 7");
        assertThatThrownBy(() -> maker.draw(WEEK.plusWeeks(1), 7, "test"))
                .hasMessage("week 2026-10-12: expected one that is over, the last is 2026-10-05");
        assertThatThrownBy(() -> maker.draw(WEEK.plusDays(1), 7, "test"))
                .hasMessage("week 2026-10-06: expected a Monday");
        assertThatThrownBy(
                        () -> new PlanMaker(new Kept(0), List::of, QaSettings.defaults(), ZONE, Clock.fixed(NOW, ZONE))
                                .draw(WEEK, 7, "test"))
                .isInstanceOf(EmptyWeekException.class)
                .hasMessage("week 2026-10-05: 0 calls that a scorecard is for; expected 1 or more");
    }
}
