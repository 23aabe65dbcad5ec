package io.callscope.statistics.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.callscope.statistics.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SharePropertiesTest {
    private static final Stratum MARKED = new Stratum(900, 60, 49);
    private static final Stratum UNMARKED = new Stratum(3_100, 60, 4);

    @Test
    void correctsWhatTheMachineMarks() {
        // When
        PostStratifiedShare share = new PostStratifiedShare(List.of(MARKED, UNMARKED));
        PostStratifiedShare turned = new PostStratifiedShare(List.of(UNMARKED, MARKED));
        Interval interval = share.interval(0.95).orElseThrow();

        // Then
        assertThat(interval.contains(share.estimate().orElseThrow().value())).isTrue();
        assertThat(turned.interval(0.95).orElseThrow().lower()).isCloseTo(interval.lower(), within(1e-12));
        assertThat(share.exactInterval(0.95).orElseThrow().width()).isGreaterThan(interval.width());
    }

    @Test
    void isExactWhenEverythingWasReviewed() {
        // When
        PostStratifiedShare share = new PostStratifiedShare(List.of(new Stratum(4, 4, 3), new Stratum(96, 96, 9)));

        // Then
        assertThat(share.interval(0.95).orElseThrow().lower()).isCloseTo(0.12, within(1e-12));
        assertThat(share.interval(0.95).orElseThrow().upper()).isCloseTo(0.12, within(1e-12));
    }

    @Test
    void countsUnevenlyDrawnCallsByTheirWeight() {
        // Given
        boolean[] confirmed = {true, false, true, false};
        double[] even = {5, 5, 5, 5};
        double[] uneven = {1, 9, 1, 9};
        List<String> agents = List.of("a", "b", "c", "d");

        // When
        Stratum plain = Stratum.of(20, confirmed, even, agents);
        Stratum weighted = Stratum.of(20, confirmed, uneven, agents);

        // Then
        assertThat(plain).isEqualTo(new Stratum(20, 4, 2, 0.5, plain.effective()));
        assertThat(weighted.share()).isCloseTo(0.1, within(1e-12));
        assertThat(weighted.effective()).isLessThan(plain.effective());
        assertThat(Stratum.of(20, new boolean[0], new double[0], List.of())).isEqualTo(new Stratum(20, 0, 0));
    }

    @Test
    void correctsNothingWithTooFewReviews() {
        // When
        PostStratifiedShare share = new PostStratifiedShare(List.of(new Stratum(900, 9, 8), new Stratum(3_100, 91, 4)));

        // Then
        assertThat(share.estimable()).isFalse();
        assertThat(share.estimate()).isEmpty();
        assertThat(share.interval(0.95)).isEmpty();
        assertThat(share.exactInterval(0.95)).isEmpty();
        assertThat(share.humanOnly(0.95).contains(0.12)).isTrue();
    }

    @Test
    void usesNoMachineWithALambdaOfZero() {
        // Given
        double[] labels = {1, 0, 0, 1, 0};
        double[] inclusion = {0.5, 0.5, 0.5, 0.5, 0.5};
        List<OptionalDouble> drawn =
                Arrays.stream(labels).mapToObj(OptionalDouble::of).toList();

        // When
        WeightedMean mean = WeightedMean.of(labels, inclusion);
        PredictionPowered powered = PredictionPowered.of(labels, new double[] {1, 1, 0, 0, 1}, new double[] {0, 1}, 0);
        DifferenceEstimator full = DifferenceEstimator.of(new double[5], drawn, new double[] {1, 1, 1, 1, 1}, 1);

        // Then
        assertThat(mean.mean()).isCloseTo(0.4, within(1e-12));
        assertThat(mean.effectiveSize()).isCloseTo(5, within(1e-12));
        assertThat(powered.estimate().value()).isCloseTo(0.4, within(1e-12));
        assertThat(full.value()).isCloseTo(0.4, within(1e-12));
        assertThat(full.hereOnly()).isZero();
    }

    @Test
    void refusesWhatKnowsNothing() {
        assertThat(RoganGladen.raw(0.3, 0.4, 0.6)).isEmpty();
        assertThat(RoganGladen.estimate(0.3, 0.3, 0.6)).isEmpty();
        assertThat(MulticlassShares.of(new double[] {0.5, 0.5}, new long[][] {{5, 5}, {1, 0}}))
                .isEmpty();
        assertThatThrownBy(() -> MulticlassShares.of(new double[] {0.5, 0.4}, new long[][] {{5, 5}, {5, 5}}))
                .hasMessage("shares of the machine add up to 0.9: expected 1");
        assertThatThrownBy(() -> new Stratum(10, 11, 1))
                .hasMessage("10 calls, 11 reviewed, 1 confirmed: expected one call or more and falling counts");
    }
}
