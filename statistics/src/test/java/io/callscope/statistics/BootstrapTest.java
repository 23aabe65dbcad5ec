package io.callscope.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    @Test
    void coversTheTruthAboutAsOftenAsItSays() {
        // Given: means of 40 values whose true mean is 0
        Random random = new Random(17);
        Bootstrap bootstrap = new Bootstrap(400, 0.9, 5);
        int covered = 0;
        for (int round = 0; round < 300; round++) {
            double[] values = random.doubles(40, -1, 1).toArray();

            // When
            Interval interval = bootstrap.interval(40, mean(values)).orElseThrow();

            // Then
            covered += interval.lower() <= 0 && interval.upper() >= 0 ? 1 : 0;
        }
        assertThat(covered).isBetween(250, 285);
    }

    @Test
    void givesTheSameEachTimeAndOtherEndsForAnotherSeed() {
        // Given
        double[] values = new Random(1).doubles(30).toArray();

        // When, Then
        assertThat(Bootstrap.USUAL.interval(30, mean(values))).isEqualTo(Bootstrap.USUAL.interval(30, mean(values)));
        assertThat(new Bootstrap(2_000, 0.95, 2).interval(30, mean(values)))
                .isNotEqualTo(Bootstrap.USUAL.interval(30, mean(values)));
    }

    @Test
    void oneCallDoesNotTellHowOthersDiffer() {
        assertThat(Bootstrap.USUAL.interval(1, drawn -> 0.2)).isEmpty();
        assertThat(Bootstrap.USUAL.interval(2, drawn -> 0.2)).contains(new Interval(0.2, 0.2));
    }

    @Test
    void namesWhatItCannotDo() {
        assertThatThrownBy(() -> new Bootstrap(10, 1, 0)).hasMessageContaining("10 resamples, confidence 1.0");
    }

    private static ToDoubleFunction<int[]> mean(double[] values) {
        return drawn ->
                Arrays.stream(drawn).mapToDouble(i -> values[i]).average().orElseThrow();
    }
}
