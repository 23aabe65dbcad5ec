package io.callscope.statistics.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnknownRateCusumTest {
    @Test
    void isTheLikelihoodRatioOfTheBestChangeToNone() {
        // Given: two answers that teach, then no, yes, yes
        boolean[] answers = {false, true, false, true, true};
        UnknownRateCusum chart = new UnknownRateCusum(0.10, 2);

        // When
        double sum = 0;
        for (boolean answer : answers) {
            sum = chart.add(answer);
        }

        // Then
        assertThat(sum).isCloseTo(byTrial(answers, 2), within(1e-9));
        assertThat(sum).isPositive();
    }

    @Test
    void agreesWithTryingEveryChange() {
        // Given
        SplittableRandom random = new SplittableRandom(4);
        boolean[] answers = new boolean[120];
        UnknownRateCusum chart = new UnknownRateCusum(0.10, 50);

        // When
        double sum = 0;
        for (int i = 0; i < answers.length; i++) {
            answers[i] = random.nextDouble() < (i < 80 ? 0.1 : 0.4);
            sum = chart.add(answers[i]);
        }

        // Then
        assertThat(sum).isCloseTo(byTrial(answers, 50), within(1e-9));
        assertThat(sum).isGreaterThan(1);
    }

    @Test
    void saysNothingWhileItLearns() {
        // Given
        UnknownRateCusum chart = new UnknownRateCusum(0.10, 3);

        // Then
        assertThat(chart.add(true)).isZero();
        assertThat(chart.add(true)).isZero();
        assertThat(chart.add(true)).isZero();
        assertThat(chart.usual()).isEqualTo(0.5);
    }

    @Test
    void seldomAlarmsWhenNothingChanges() {
        // Given: 400 years of an item that differs in one of ten
        SplittableRandom random = new SplittableRandom(9);
        double height = UnknownRateCusum.height(0.05);

        // When
        int alarms = 0;
        for (int year = 0; year < 400; year++) {
            UnknownRateCusum chart = new UnknownRateCusum(0.10, 50);
            double most = 0;
            for (int i = 0; i < 1_500; i++) {
                most = Math.max(most, chart.add(random.nextDouble() < 0.10));
            }
            alarms += most >= height ? 1 : 0;
        }

        // Then: 5 % are 20
        assertThat(alarms).isBetween(1, 29);
    }

    @Test
    void refusesWhatItCannotWatch() {
        // Then
        assertThatThrownBy(() -> new UnknownRateCusum(0.5, 50)).hasMessageContaining("rise 0.5");
        assertThatThrownBy(() -> new UnknownRateCusum(0.1, 0)).hasMessageContaining("beginning 0");
        assertThatThrownBy(() -> UnknownRateCusum.height(0)).hasMessageContaining("false alarm");
    }

    /** The formula as it is written: every share and every answer after which it may have risen. */
    private static double byTrial(boolean[] answers, int beginning) {
        double none = Double.NEGATIVE_INFINITY;
        double some = Double.NEGATIVE_INFINITY;
        for (int percent = 2; percent <= 50; percent++) {
            for (int change = beginning; change <= answers.length; change++) {
                double likelihood = 0;
                for (int i = 0; i < answers.length; i++) {
                    double share = percent / 100.0 + (i < change ? 0 : 0.10);
                    likelihood += Math.log(answers[i] ? share : 1 - share);
                }
                some = Math.max(some, likelihood);
                none = change == answers.length ? Math.max(none, likelihood) : none;
            }
        }
        return some - none;
    }
}
