package io.callscope.statistics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.callscope.statistics.BinaryCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecisionRuleTest {
    private static final DecisionRule RULE = new DecisionRule(DecisionLimits.USUAL);
    private static final Standing STEADY = new Standing(false, true, false, 200);
    private static final Evidence.Shares GOOD = shares(38, 4, 2, 206);
    private static final Colleague EQUAL = colleague(60, 0.93, 0.0, -0.02, 0.01);

    @Test
    void automatesWhatMeetsAllConditions() {
        // When
        Verdict verdict = RULE.decide(new Evidence(GOOD, EQUAL, STEADY));

        // Then
        assertThat(verdict.decision()).isEqualTo(Decision.AUTOMATE);
        assertThat(verdict.reasons()).isEmpty();
        assertThat(verdict.figures().agreement().n()).isEqualTo(250);
        assertThat(verdict.figures().recall().n()).isEqualTo(40);
        assertThat(verdict.figures().agreement().interval().lower())
                .isLessThan(verdict.figures().agreement().lower());
        assertThat(verdict.p()).hasValueCloseTo(0.01, within(0.01));
    }

    @Test
    void saysTheFirstReasonThatStopsEverything() {
        assertThat(reasons(GOOD, EQUAL, new Standing(true, true, false, 200))).containsExactly(Reason.PEOPLE_ONLY);
        assertThat(reasons(GOOD, EQUAL, new Standing(false, false, false, 200)))
                .containsExactly(Reason.VERSION_CHANGED);
        assertThat(reasons(GOOD, EQUAL, new Standing(false, true, true, 200))).containsExactly(Reason.DRIFT);
        assertThat(reasons(GOOD, EQUAL, new Standing(false, true, false, 49)))
                .containsExactly(Reason.TOO_FEW_RECENT_REVIEWS);
        assertThat(reasons(GOOD, colleague(60, 0.84, 0.05, 0.01, 0.001), STEADY))
                .containsExactly(Reason.PEOPLE_DISAGREE);
        assertThat(reasons(shares(9, 0, 0, 40), EQUAL, STEADY)).containsExactly(Reason.TOO_FEW_REVIEWS);
        assertThat(reasons(shares(4, 0, 0, 196), EQUAL, STEADY)).containsExactly(Reason.TOO_FEW_FAILURES);
        assertThat(reasons(shares(0, 0, 10, 190), EQUAL, STEADY)).containsExactly(Reason.NO_BETTER_THAN_ALWAYS_PASS);
    }

    @Test
    void helpsWithWhatItMayNotDoAlone() {
        assertThat(RULE.decide(new Evidence(GOOD, Colleague.NONE, STEADY)).decision())
                .isEqualTo(Decision.ASSIST);
        assertThat(reasons(GOOD, Colleague.NONE, STEADY)).containsExactly(Reason.NO_HUMAN_BENCHMARK);
        assertThat(reasons(
                        GOOD,
                        new Colleague(
                                60,
                                OptionalDouble.of(1),
                                OptionalDouble.of(0),
                                OptionalDouble.empty(),
                                OptionalDouble.empty()),
                        STEADY))
                .containsExactly(Reason.BENCHMARK_WITHOUT_SPREAD);
        assertThat(reasons(GOOD, colleague(60, 0.93, -0.02, -0.05, 0.05), STEADY))
                .containsExactly(Reason.WORSE_THAN_COLLEAGUE);
        // nine of nine failures found has a limit below 0.80, so a site with a lower one is needed to see this reason
        assertThat(new DecisionRule(DecisionLimits.USUAL.withRecall(0.7))
                        .decide(new Evidence(shares(9, 0, 0, 200), EQUAL, STEADY))
                        .reasons())
                .containsExactly(Reason.TOO_FEW_FAILURES_TO_AUTOMATE);
    }

    @Test
    void holdsCriticalItemsToMore() {
        // When
        Verdict verdict = new DecisionRule(DecisionLimits.CRITICAL).decide(new Evidence(GOOD, EQUAL, STEADY));

        // Then
        assertThat(verdict.reasons()).containsExactly(Reason.MISSES_FAILURES);
    }

    @Test
    void showsWhatCannotBeEstimatedAsEmpty() {
        // When
        Verdict.Figures figures = RULE.decide(new Evidence(shares(0, 0, 0, 60), Colleague.NONE, STEADY))
                .figures();

        // Then
        assertThat(figures.recall().share()).isEmpty();
        assertThat(figures.recall().interval().upper()).isEqualTo(1);
        assertThat(figures.youden()).isEmpty();
        assertThat(figures.youdenLower()).isEmpty();
    }

    @Test
    void decidesWithoutAnyReview() {
        // When
        Verdict verdict = RULE.decide(new Evidence(Evidence.Shares.of(List.of()), Colleague.NONE, STEADY));

        // Then
        assertThat(verdict.reasons()).containsExactly(Reason.TOO_FEW_REVIEWS);
        assertThat(verdict.figures().agreement().share()).isEmpty();
        assertThat(verdict.p()).isEmpty();
    }

    @Test
    void doesNotCareHowWeightsAreScaledNorInWhichOrderCallsCome() {
        // Given
        List<ReviewedCall> calls = calls(200, 8, new Random(2));
        List<ReviewedCall> scaled = new ArrayList<>(calls.stream()
                .map(call -> new ReviewedCall(call.failed(), call.machineFailed(), 7 * call.weight(), call.agent()))
                .toList());
        Collections.shuffle(scaled, new Random(4));

        // When
        Verdict.Figures one = figures(calls);
        Verdict.Figures other = figures(scaled);

        // Then
        assertThat(other.agreement().lower()).isCloseTo(one.agreement().lower(), within(1e-12));
        assertThat(other.recall().lower()).isCloseTo(one.recall().lower(), within(1e-12));
        assertThat(other.youdenLower().orElseThrow())
                .isCloseTo(one.youdenLower().orElseThrow(), within(1e-12));
    }

    @Test
    void countsEqualWeightsAsNone() {
        // Given
        List<ReviewedCall> calls = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            calls.add(new ReviewedCall(i % 5 == 0, i % 5 == 0 ^ i % 9 == 0, 3, "agent of call " + i));
        }

        // When
        Verdict.Figure agreement = figures(calls).agreement();

        // Then
        assertThat(agreement.effective()).isCloseTo(99, within(1.0));
        assertThat(agreement.share().orElseThrow()).isCloseTo(0.88, within(1e-12));
    }

    @Test
    void learnsLittleFromOneAgent() {
        // Given
        List<ReviewedCall> calls = calls(200, 1, new Random(2));

        // When
        Verdict verdict = RULE.decide(new Evidence(Evidence.Shares.of(calls), EQUAL, STEADY));

        // Then
        assertThat(verdict.reasons()).containsExactly(Reason.TOO_FEW_REVIEWS);
        assertThat(verdict.figures().agreement().n()).isEqualTo(200);
    }

    @Test
    void weighsCallsThatTwoPeopleScored() {
        // Given
        List<DoubleScoredCall> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            calls.add(new DoubleScoredCall(i % 4 == 0, i % 4 == 0, i % 4 == 0 ^ i == 3, i == 3 ? 9 : 1, "a" + i));
        }

        // When
        Colleague colleague = Colleague.of(calls, DecisionLimits.USUAL);

        // Then
        assertThat(colleague.peopleToEachOther()).hasValueCloseTo(39.0 / 48, within(1e-12));
        assertThat(colleague.difference()).hasValueCloseTo(4.5 / 48, within(1e-12));
        assertThat(Colleague.of(List.of(), DecisionLimits.USUAL)).isEqualTo(Colleague.NONE);
    }

    @Test
    void takesBackWhatPassesAloneButNotAmongMany() {
        // Given
        Map<String, Evidence> items = new LinkedHashMap<>();
        items.put("sure", new Evidence(shares(100, 0, 0, 900), colleague(90, 0.93, 0.01, 0.0, 1e-6), STEADY));
        items.put("barely", new Evidence(GOOD, colleague(60, 0.93, 0.0, -0.049, 0.048), STEADY));

        // When
        Map<String, Verdict> verdicts = RULE.decide(items);

        // Then
        assertThat(verdicts.get("sure").decision()).isEqualTo(Decision.AUTOMATE);
        assertThat(verdicts.get("barely").decision()).isEqualTo(Decision.AUTOMATE);

        // When
        items.put("third", new Evidence(GOOD, colleague(60, 0.93, 0.0, -0.049, 0.047), STEADY));
        verdicts = RULE.decide(items);

        // Then
        assertThat(verdicts.get("sure").decision()).isEqualTo(Decision.AUTOMATE);
        assertThat(verdicts.get("barely").reasons()).containsExactly(Reason.NOT_AFTER_OTHER_ITEMS);
        assertThat(verdicts.get("third").decision()).isEqualTo(Decision.ASSIST);
    }

    @Test
    void rejectsLimitsThatContradictEachOther() {
        assertThatThrownBy(() -> new DecisionLimits(0.95, 0.8, 0.9, 0.8, 10, 5, 0.05, 30, 50, 50, 0.85))
                .hasMessage("agreement to assist 0.9: expected no more than to automate, 0.8");
        assertThatThrownBy(() -> new DecisionLimits(0.95, 0.9, 0.8, 0.8, 4, 5, 0.05, 30, 50, 50, 0.85))
                .hasMessage("4 failures to automate, 5 to assist: expected 1 or more, rising");
    }

    private static List<Reason> reasons(Evidence.Shares shares, Colleague colleague, Standing standing) {
        return RULE.decide(new Evidence(shares, colleague, standing)).reasons();
    }

    private static Verdict.Figures figures(List<ReviewedCall> calls) {
        return RULE.decide(new Evidence(Evidence.Shares.of(calls), EQUAL, STEADY))
                .figures();
    }

    private static Evidence.Shares shares(long tp, long fp, long fn, long tn) {
        return Evidence.Shares.of(new BinaryCounts(tp, fp, fn, tn), 1);
    }

    private static Colleague colleague(int n, double people, double difference, double lower, double p) {
        return new Colleague(
                n,
                OptionalDouble.of(people),
                OptionalDouble.of(difference),
                OptionalDouble.of(lower),
                OptionalDouble.of(p));
    }

    private static List<ReviewedCall> calls(int n, int agents, Random random) {
        List<ReviewedCall> calls = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            boolean failed = random.nextInt(5) == 0;
            calls.add(new ReviewedCall(
                    failed,
                    random.nextInt(20) == 0 ? !failed : failed,
                    1 + random.nextInt(3),
                    "a" + random.nextInt(agents)));
        }
        return calls;
    }
}
