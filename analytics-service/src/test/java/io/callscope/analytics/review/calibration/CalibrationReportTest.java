package io.callscope.analytics.review.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.callscope.analytics.review.calibration.MachineTest.Outcome;
import io.callscope.analytics.scorecard.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalibrationReportTest {
    private final List<SessionAnswer> answers = new ArrayList<>();

    private void say(@Nullable String who, int call, Answer answer) {
        answers.add(new SessionAnswer("greeting", "call-" + call, who, answer));
    }

    private CriterionCalibration report() {
        return CalibrationReport.of(List.of("greeting"), answers).get(0);
    }

    /** Calls of which every third fails; each of them errs in a share of calls. */
    private void session(int calls, double machineErrs, String... people) {
        Random random = new Random(11);
        for (int call = 0; call < calls; call++) {
            boolean fails = call % 3 == 0;
            for (String person : people) {
                say(person, call, fails != random.nextDouble() < 0.1 ? Answer.NOT_MET : Answer.MET);
            }
            say(null, call, fails != random.nextDouble() < machineErrs ? Answer.NOT_MET : Answer.MET);
        }
    }

    @Test
    void agreementIsThatOfPairsAndCoefficientsAreOfAllPeople() {
        // Given four calls, three people: one call on which one of them differs
        for (int call = 0; call < 4; call++) {
            for (String person : List.of("anna", "boris", "vera")) {
                say(person, call, call < 2 ? Answer.NOT_MET : Answer.MET);
            }
        }
        answers.removeIf(one -> one.callId().equals("call-3") && "vera".equals(one.reviewer()));
        say("vera", 3, Answer.NOT_MET);

        // When
        CriterionCalibration found = report();

        // Then (1 + 1 + 1 + 1/3) / 4 = 5/6; failures 7/12: pe = 2 * 7/12 * 5/12 = 35/72; AC1 = (5/6 − 35/72)/(37/72) =
        // 25/37
        assertThat(found.agreement()).isCloseTo(5.0 / 6, within(1e-12));
        assertThat(found.ac1()).isCloseTo(25.0 / 37, within(1e-12));
        assertThat(found.low()).isLessThan(25.0 / 37);
        assertThat(found.calls()).isEqualTo(4);
        assertThat(found.apart()).isEqualTo(1);
        assertThat(found.failures()).isEqualTo(3);
    }

    @Test
    void whoDiffersStandsFirstWithTheWayHeDoes() {
        // Given
        for (int call = 0; call < 10; call++) {
            say("anna", call, Answer.MET);
            say("boris", call, Answer.MET);
            say("vera", call, call < 4 ? Answer.NOT_MET : Answer.MET);
        }

        // When
        CriterionCalibration found = report();

        // Then
        assertThat(found.people().get(0)).isEqualTo(new CriterionCalibration.Person("vera", 10, 0.6, 0.4));
        assertThat(found.widest()).isCloseTo(0.4, within(1e-12));
        assertThat(found.unnamed().people()).isEmpty();
        assertThat(found.unnamed().widest()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void whatIsUndefinedIsEmptyAndNotZero() {
        // Given one person on one call, and one call that everybody passes
        say("anna", 1, Answer.MET);
        CriterionCalibration alone = report();
        say("boris", 1, Answer.MET);

        // When
        CriterionCalibration same = report();

        // Then
        assertThat(alone.agreement()).isNull();
        assertThat(alone.ac1()).isNull();
        assertThat(same.agreement()).isEqualTo(1);
        assertThat(same.alpha()).isNull();
    }

    @Test
    void unscoredIsNoAnswer() {
        // Given
        say("anna", 1, Answer.MET);
        say("boris", 1, Answer.UNSCORED);

        // When, Then
        assertThat(report().calls()).isZero();
    }

    @Test
    void aMachineAsGoodAsPeoplePassesAndAPoorOneFails() {
        // Given
        session(60, 0.05, "anna", "boris", "vera");
        MachineTest good = report().machine();
        answers.clear();

        // When
        session(60, 0.5, "anna", "boris", "vera");
        MachineTest poor = report().machine();

        // Then
        assertThat(good.outcome()).isEqualTo(Outcome.PASSES);
        assertThat(good.winningRate()).isGreaterThanOrEqualTo(0.5);
        assertThat(poor.outcome()).isEqualTo(Outcome.FAILS);
        assertThat(good.calls()).isEqualTo(60);
    }

    @Test
    void theTestIsRefusedWithItsReason() {
        // Given, When, Then
        session(29, 0.05, "anna", "boris", "vera");
        assertThat(report().machine()).isEqualTo(new MachineTest(Outcome.FEW_CALLS, 29, null, null));
        answers.clear();
        session(60, 0.05, "anna", "boris");
        assertThat(report().machine().outcome()).isEqualTo(Outcome.FEW_PEOPLE);
        answers.removeIf(one -> one.reviewer() == null);
        assertThat(report().machine().outcome()).isEqualTo(Outcome.NO_MACHINE);
    }

    @Test
    void onFailuresOnlyCallsCountInWhichSomebodySeesOne() {
        // Given
        session(60, 0.05, "anna", "boris", "vera");

        // When
        CriterionCalibration found = report();

        // Then
        assertThat(found.onFailures().calls()).isEqualTo(found.failures()).isBetween(20, 50);
    }
}
