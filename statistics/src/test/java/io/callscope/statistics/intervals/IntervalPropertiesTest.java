package io.callscope.statistics.intervals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Wilson;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalPropertiesTest {
    @Test
    void holdsTheShareAndMirrorsItsComplement() {
        for (int n = 1; n <= 60; n += 7) {
            for (int x = 0; x <= n; x++) {
                // When
                Interval wilson = Wilson.interval((long) x, n, 0.95);
                Interval exact = Exact.clopperPearson(x, n, 0.95);
                Interval mirrored = Exact.clopperPearson(n - x, n, 0.95);

                // Then
                assertThat(wilson.contains((double) x / n)).isTrue();
                assertThat(exact.contains((double) x / n)).isTrue();
                assertThat(exact.lower()).isCloseTo(1 - mirrored.upper(), within(1e-12));
                assertThat(Exact.jeffreys(x, n, 0.95).width()).isLessThanOrEqualTo(exact.width());
            }
        }
    }

    @Test
    void leavesEverythingPossibleWithoutTrials() {
        assertThat(Wilson.interval(0.0, 0, 0.95)).isEqualTo(Interval.ANY_SHARE);
        assertThat(Exact.clopperPearson(0, 0, 0.95)).isEqualTo(Interval.ANY_SHARE);
        assertThat(Exact.jeffreys(0, 0, 0.95)).isEqualTo(Interval.ANY_SHARE);
        assertThat(Exact.upper(0, 0, 0.95)).isEqualTo(1);
    }

    @Test
    void isTheShareOfARandomSampleWhenEveryCallHasItsOwnAgent() {
        // Given
        boolean[] successes = {true, true, false, true, false, true, true, true};
        List<Integer> agents = IntStream.range(0, 8).boxed().toList();

        // When
        ClusteredShare share = ClusteredShare.of(successes, agents);

        // Then
        assertThat(share.designEffect()).hasValueCloseTo(8.0 / 7, within(1e-12));
        assertThat(share.kish()).isEqualTo(8);
    }

    @Test
    void isWorthFewerCallsThanItsAgentsWhenTheyAnswerAlike() {
        // Given
        boolean[] successes = new boolean[40];
        Arrays.fill(successes, 0, 20, true);
        List<Integer> agents = IntStream.range(0, 40).map(i -> i / 10).boxed().toList();

        // When
        ClusteredShare share = ClusteredShare.of(successes, agents);

        // Then
        assertThat(share.effectiveSize().orElseThrow()).isLessThan(4);
        assertThat(share.interval(0.95).width())
                .isGreaterThan(Wilson.interval(20L, 40, 0.95).width());
    }

    @Test
    void losesNothingByEqualWeights() {
        assertThat(EffectiveSize.kish(new double[] {3, 3, 3})).isCloseTo(3, within(1e-12));
        assertThat(EffectiveSize.kish(new double[] {1, 5})).isLessThan(2);
        assertThat(EffectiveSize.kish(new double[0])).isZero();
    }

    @Test
    void saysWhatItCannotTell() {
        // Given
        ClusteredShare single = ClusteredShare.of(new boolean[] {true, false}, List.of("a", "a"));
        ClusteredShare sure = ClusteredShare.of(new boolean[] {true, true}, List.of("a", "b"));

        // Then
        assertThat(single.standardError()).isEmpty();
        assertThat(single.designEffect()).isEmpty();
        assertThat(sure.designEffect()).isEmpty();
        assertThat(sure.effectiveSize(3)).isCloseTo(2.0 / 3, within(1e-12));
        assertThatThrownBy(() -> ClusteredShare.of(new boolean[0], List.of()))
                .hasMessage("no calls: expected one or more");
        assertThatThrownBy(() -> ClusteredShare.of(new boolean[1], new double[] {0}, List.of("a")))
                .hasMessage("weight 0.0: expected a number above 0");
    }
}
