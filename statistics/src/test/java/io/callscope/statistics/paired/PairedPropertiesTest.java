package io.callscope.statistics.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.callscope.statistics.Interval;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedPropertiesTest {
    @Test
    void changesItsSignWithTheRaters() {
        for (long b = 0; b <= 12; b += 3) {
            for (long c = 0; c <= 12; c += 4) {
                // Given
                PairedCounts counts = new PairedCounts(20, b, c, 30);
                PairedCounts turned = new PairedCounts(20, c, b, 30);

                // When
                double difference = PairedDifference.of(counts).orElseThrow();
                Interval tango = PairedDifference.tango(counts, 0.95).orElseThrow();
                Interval newcombe = PairedDifference.newcombe(counts, 0.95).orElseThrow();

                // Then
                assertThat(tango.contains(difference)).isTrue();
                assertThat(newcombe.contains(difference)).isTrue();
                assertThat(PairedDifference.tango(turned, 0.95).orElseThrow().lower())
                        .isCloseTo(-tango.upper(), within(1e-9));
                assertThat(PairedDifference.newcombe(turned, 0.95).orElseThrow().lower())
                        .isCloseTo(-newcombe.upper(), within(1e-12));
                assertThat(McNemar.midP(turned)).isEqualTo(McNemar.midP(counts));
                assertThat(McNemar.midP(counts)).isLessThanOrEqualTo(McNemar.exact(counts));
            }
        }
    }

    @Test
    void keepsNoCallsEmpty() {
        // Given
        PairedCounts none = new PairedCounts(0, 0, 0, 0);

        // Then
        assertThat(PairedDifference.of(none)).isEmpty();
        assertThat(PairedDifference.tango(none, 0.95)).isEmpty();
        assertThat(PairedDifference.newcombe(none, 0.95)).isEmpty();
        assertThat(PairedDifference.wald(none, 0.95)).isEmpty();
        assertThat(McNemar.exact(none)).isEqualTo(1);
    }

    @Test
    void comparesAMachineWithAColleagueInWhateverOrderPeopleScored() {
        // Given
        List<Integer> machine = answers(7, 3);
        List<Integer> first = answers(7, 11);
        List<Integer> second = answers(7, 13);

        // When
        NonInferiority one = NonInferiority.of(machine, first, second);
        NonInferiority other = NonInferiority.of(machine, second, first);

        // Then
        assertThat(other.difference()).isCloseTo(one.difference(), within(1e-12));
        assertThat(other.standardError()).isCloseTo(one.standardError(), within(1e-12));
        assertThat(one.p(0.05).orElseThrow() < 0.05).isEqualTo(one.holds(0.05, 0.95));
    }

    @Test
    void provesNothingWithASingleAgent() {
        // Given
        double[] ones = IntStream.range(0, 60).mapToDouble(i -> 1).toArray();
        List<String> agents = IntStream.range(0, 60).mapToObj(i -> "a").toList();

        // When
        NonInferiority test = NonInferiority.of(answers(7, 3), answers(7, 11), answers(7, 13), ones, agents);

        // Then
        assertThat(test.assessable()).isFalse();
        assertThat(test.lower(0.95)).isEmpty();
        assertThat(test.holds(0.5, 0.95)).isFalse();
    }

    /** Every {@code a}-th call failed, and every {@code b}-th answered the other way. */
    private static List<Integer> answers(int a, int b) {
        return IntStream.range(0, 60)
                .map(i -> (i % a == 0 ? 1 : 0) ^ (i % b == 0 ? 1 : 0))
                .boxed()
                .collect(Collectors.toList());
    }
}
