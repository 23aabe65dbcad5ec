package io.callscope.statistics.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Wilson;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConfidenceSequenceTest {
    @Test
    void isWiderThanALookThatWasPlanned() {
        // When
        Interval always = new ConfidenceSequence(92, 100).interval(0.95);

        // Then
        assertThat(always.width()).isGreaterThan(Wilson.interval(92L, 100, 0.95).width());
        assertThat(always.contains(0.92)).isTrue();
    }

    @Test
    void holdsAtEveryLookAtOnce() {
        // Given
        Random random = new Random(19);
        int left = 0;

        // When
        for (int stream = 0; stream < 200; stream++) {
            int successes = 0;
            boolean everOut = false;
            for (int t = 1; t <= 100; t++) {
                successes += random.nextDouble() < 0.9 ? 1 : 0;
                everOut |= new ConfidenceSequence(successes, t).logEvidenceAgainst(0.9) >= Math.log(20);
            }
            left += everOut ? 1 : 0;
        }

        // Then 5 % of 200 at most, and two standard errors
        assertThat(left).isLessThanOrEqualTo(16);
    }

    @Test
    void rejectsCountsThatCannotBe() {
        assertThatThrownBy(() -> new ConfidenceSequence(3, 2))
                .hasMessage("3 of 2: expected no more successes than trials, none negative");
    }

    @Test
    void seesThatDisagreementsHaveBecomeMoreFrequent() {
        // Given
        boolean[] steady = new boolean[60];
        boolean[] worse = new boolean[60];
        for (int i = 0; i < 60; i++) {
            steady[i] = i % 20 == 0;
            worse[i] = i >= 20 && i % 4 == 0;
        }
        BernoulliCusum chart = new BernoulliCusum(0.05, 0.15);

        // Then
        assertThat(new Cusum(4).firstSignal(chart.path(steady))).isEmpty();
        assertThat(new Cusum(4).firstSignal(chart.path(worse)).orElseThrow()).isBetween(20, 59);
    }
}
