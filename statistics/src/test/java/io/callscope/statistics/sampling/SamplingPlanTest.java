package io.callscope.statistics.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SamplingPlanTest {
    private static final int PLANS = 2_000;
    private static final PlanSettings SETTINGS = new PlanSettings(15, 0.5, 0, 0.2, 0.3);
    private static final List<Candidate> WEEK = week(60);

    @Test
    void drawsTheSameForTheSameSeedInWhateverOrderCallsCome() {
        // Given
        List<Candidate> shuffled = new ArrayList<>(WEEK);
        Collections.shuffle(shuffled, new Random(3));

        // When
        SamplingPlan plan = SamplingPlan.draw(WEEK, SETTINGS, 42);

        // Then
        assertThat(SamplingPlan.draw(shuffled, SETTINGS, 42)).isEqualTo(plan);
        assertThat(SamplingPlan.draw(WEEK, SETTINGS, 43)).isNotEqualTo(plan);
        assertThat(plan.calls()).hasSize(15);
        assertThat(plan.population()).isEqualTo(60);
    }

    @Test
    void drawsTheSameOnEveryJavaPlatform() {
        // When
        SamplingPlan plan = SamplingPlan.draw(WEEK, SETTINGS, 42);

        // Then
        assertThat(plan.calls())
                .extracting(call -> call.call().id())
                .containsExactly(
                        "c54", "c30", "c43", "c13", "c50", "c32", "c26", "c3", "c15", "c39", "c52", "c46", "c47", "c35",
                        "c59");
        assertThat(plan.calls())
                .filteredOn(PlannedCall::doubleScored)
                .extracting(call -> call.call().id())
                .containsExactly("c30", "c13", "c46");
    }

    @Test
    void drawsEveryCallAsOftenAsItSays() {
        // Given
        Map<String, Double> inclusion = SamplingPlan.inclusionOf(WEEK, SETTINGS);
        Map<String, Integer> drawn = new HashMap<>();
        double weights = 0;
        double squares = 0;

        // When
        for (int seed = 0; seed < PLANS; seed++) {
            SamplingPlan plan = SamplingPlan.draw(WEEK, SETTINGS, seed);
            plan.calls().forEach(call -> drawn.merge(call.call().id(), 1, Integer::sum));
            double sum = plan.calls().stream().mapToDouble(PlannedCall::weight).sum();
            weights += sum / PLANS;
            squares += sum * sum / PLANS;
        }

        // Then
        assertThat(inclusion.values().stream().mapToDouble(pi -> pi).sum()).isCloseTo(15, within(1e-9));
        inclusion.forEach((call, pi) -> assertThat((double) drawn.getOrDefault(call, 0) / PLANS)
                .as(call)
                .isCloseTo(pi, within(4 * Math.sqrt(pi * (1 - pi) / PLANS) + 1e-9)));
        assertThat(weights).isCloseTo(60, within(4 * Math.sqrt((squares - weights * weights) / PLANS)));
    }

    @Test
    void takesCallsForCertainThatOutweighAllOthers() {
        // Given
        List<Candidate> calls = new ArrayList<>(WEEK);
        calls.add(new Candidate("odd", "north", "a9", Instant.EPOCH, 500));

        // When
        SamplingPlan plan = SamplingPlan.draw(calls, SETTINGS, 1);

        // Then
        assertThat(plan.calls())
                .filteredOn(PlannedCall::certain)
                .extracting(call -> call.call().id())
                .contains("odd");
        assertThat(plan.calls()).hasSize(15);
    }

    @Test
    void boundsTheWeightsByTheEvenPart() {
        // When
        Map<String, Double> inclusion = SamplingPlan.inclusionOf(WEEK, SETTINGS);

        // Then
        assertThat(inclusion.values()).allSatisfy(pi -> assertThat(1 / pi).isLessThanOrEqualTo(60 / (0.5 * 15)));
    }

    @Test
    void givesEveryAgentTheMinimumInEveryPlan() {
        // Given
        PlanSettings settings = new PlanSettings(14, 0.5, 2, 0, 0);
        List<Candidate> calls = new ArrayList<>(WEEK);
        calls.add(new Candidate("only", "south", "rare", Instant.EPOCH, 0));

        for (int seed = 0; seed < 200; seed++) {
            // When
            Map<String, Long> byAgent = SamplingPlan.draw(calls, settings, seed).calls().stream()
                    .collect(Collectors.groupingBy(
                            call -> call.call().team() + call.call().agent(), Collectors.counting()));

            // Then
            assertThat(byAgent).hasSize(7).containsEntry("southrare", 1L);
            byAgent.forEach(
                    (agent, n) -> assertThat(n).as(agent).isGreaterThanOrEqualTo(agent.equals("southrare") ? 1 : 2));
        }
        assertThat(SamplingPlan.inclusionOf(calls, settings).values().stream()
                        .mapToDouble(pi -> pi)
                        .sum())
                .isCloseTo(14, within(1e-9));
    }

    @Test
    void drawsTheSecondScoresAndTheRolesByLot() {
        // When
        SamplingPlan plan = SamplingPlan.draw(WEEK, SETTINGS, 7);

        // Then
        assertThat(plan.calls()).filteredOn(PlannedCall::doubleScored).hasSize(3);
        assertThat(plan.calls()).extracting(PlannedCall::secondInclusion).containsOnly(0.2);
        assertThat(plan.calls())
                .filteredOn(call -> call.role() == PlannedCall.Role.TUNING)
                .hasSize(5);
    }

    @Test
    void plansAnEmptyWeekAsAnEmptyPlan() {
        // When
        SamplingPlan plan = SamplingPlan.draw(List.of(), PlanSettings.usual(0), 1);

        // Then
        assertThat(plan.calls()).isEmpty();
    }

    @Test
    void namesWhatCannotBeDrawn() {
        // Given
        List<Candidate> twice = List.of(WEEK.get(0), WEEK.get(0));

        // Then
        assertThatThrownBy(() -> SamplingPlan.draw(List.of(), PlanSettings.usual(40), 1))
                .hasMessage("40 calls to draw: expected no more than the 0 there are");
        assertThatThrownBy(() -> SamplingPlan.draw(twice, PlanSettings.usual(1), 1))
                .hasMessage("call c0 comes twice: expected once");
        assertThatThrownBy(() -> SamplingPlan.draw(WEEK, new PlanSettings(11, 0.5, 2, 0, 0), 1))
                .hasMessage("11 calls to draw: expected 12 or more for 2 of each agent");
        assertThatThrownBy(() -> new PlanSettings(10, 1, 0, 0, 0))
                .hasMessage("part by uncertainty 1.0: expected 0 to less than 1");
    }

    /** Six agents of two teams; how unsure the scores are varies a hundredfold. */
    private static List<Candidate> week(int calls) {
        Random random = new Random(11);
        List<Candidate> week = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            week.add(new Candidate(
                    "c" + i,
                    i % 6 < 3 ? "north" : "south",
                    "a" + i % 6,
                    Instant.ofEpochSecond(random.nextInt(600_000)),
                    Math.pow(10, -2 * random.nextDouble())));
        }
        return week;
    }
}
