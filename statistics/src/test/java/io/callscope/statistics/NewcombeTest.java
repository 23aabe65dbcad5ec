package io.callscope.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NewcombeTest {
    /** The examples of Newcombe 1998, table II, method 10. */
    @Test
    void agreesWithThePublishedIntervals() {
        assertInterval(56, 70, 48, 80, 0.0524, 0.3339);
        assertInterval(9, 10, 3, 10, 0.1705, 0.8090);
        assertInterval(10, 10, 0, 10, 0.6075, 1.0000);
        assertInterval(5, 56, 0, 29, -0.0381, 0.1926);
    }

    private static void assertInterval(int x, int m, int y, int n, double lower, double upper) {
        Interval interval = Newcombe.difference((double) x / m, m, (double) y / n, n, 0.95);
        assertThat(interval.lower()).isCloseTo(lower, within(5e-5));
        assertThat(interval.upper()).isCloseTo(upper, within(5e-5));
    }

    @Test
    void turnsAboutWithItsShares() {
        // When
        Interval one = Newcombe.difference(0.2, 300, 0.25, 200, 0.95);
        Interval other = Newcombe.difference(0.25, 200, 0.2, 300, 0.95);

        // Then
        assertThat(one.lower()).isCloseTo(-other.upper(), within(1e-12));
        assertThat(one.upper()).isCloseTo(-other.lower(), within(1e-12));
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Newcombe.difference(1.2, 10, 0.5, 10, 0.95))
                .withMessageContaining("1.2");
    }
}
