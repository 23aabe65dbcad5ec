package io.callscope.analytics.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.model.analysis.Evidence;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckingTimeTest {
    private static final CheckingTime TIME = CheckingTime.of(QueueSettings.usual());

    private static List<Evidence> at(int... seconds) {
        return java.util.Arrays.stream(seconds)
                .mapToObj(second -> new Evidence(second, 0, 5, second * 1000L, second * 1000L + 4000))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"100,64", "10,44", "590,40", "0,34"})
    void listensThirtySecondsAroundTheWordsWithinTheCall(int second, int expectedSeconds) {
        assertThat(TIME.listeningMs(at(second), 600_000)).isEqualTo(expectedSeconds * 1000L);
    }

    @Test
    void whatLiesInTwoFragmentsIsHeardOnce() {
        assertThat(TIME.listeningMs(at(100, 110, 300), 600_000)).isEqualTo(74_000 + 64_000);
        assertThat(TIME.listeningMs(at(300, 110, 100), 600_000)).isEqualTo(74_000 + 64_000);
    }

    @Test
    void aFragmentInsideAnotherAddsNothing() {
        // Given
        Evidence wide = new Evidence(1, 0, 9, 100_000, 200_000);

        // When
        long both = TIME.listeningMs(
                Stream.concat(Stream.of(wide), at(150).stream()).toList(), 600_000);

        // Then
        assertThat(both).isEqualTo(TIME.listeningMs(List.of(wide), 600_000));
    }

    @Test
    void wordsPastTheEndOfTheCallTakeNoTime() {
        assertThat(TIME.listeningMs(at(700), 600_000)).isZero();
    }

    @Test
    void whatWasNotSaidTakesAMinuteAtMost() {
        assertThat(TIME.listeningMs(List.of(), 600_000)).isEqualTo(60_000);
        assertThat(TIME.listeningMs(List.of(), 20_000)).isEqualTo(20_000);
    }
}
