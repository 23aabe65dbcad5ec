package io.callscope.statistics.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.callscope.statistics.Wilson;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColleagueScoreTest {
    @Test
    void refusesJustWhatIsOutsideItsLimit() {
        // Given
        ColleagueScore score = new ColleagueScore(-0.02, 0.06, 200);

        // When
        double lower = score.lower(0.95);

        // Then
        assertThat(lower).isLessThan(-0.02);
        assertThat(score.p(-lower)).isCloseTo(0.05, within(1e-6));
    }

    @Test
    void isWilsonsLimitWherePeopleNeverDiffer() {
        // Given: people always agree, the machine differs from them on 6 of 200
        ColleagueScore score = new ColleagueScore(-0.03, 0, 200);

        // When
        double lower = score.lower(0.95);

        // Then
        double wilson = Wilson.lower(0.97, 200, 0.95);
        assertThat(1 + lower).isCloseTo(wilson, within(1e-9));
    }

    @Test
    void takesAgentsThatAreAlikeForFewerCalls() {
        // Given
        List<Integer> people =
                IntStream.range(0, 100).mapToObj(i -> i % 4 == 0 ? 1 : 0).toList();
        List<Integer> machine = IntStream.range(0, 100)
                .mapToObj(i -> i < 10 ? 1 - people.get(i) : people.get(i))
                .toList();
        double[] ones =
                Collections.nCopies(100, 1.0).stream().mapToDouble(x -> x).toArray();
        List<Integer> agents = IntStream.range(0, 100).mapToObj(i -> i / 10).toList();

        // When
        ColleagueScore score = ColleagueScore.of(NonInferiority.of(machine, people, people, ones, agents), ones);

        // Then: all disagreements are one agent's
        assertThat(score.difference()).isCloseTo(-0.1, within(1e-12));
        assertThat(score.effective()).isLessThan(20);
    }

    @Test
    void namesWhatCannotBe() {
        // Then
        assertThatThrownBy(() -> new ColleagueScore(0.6, 0.1, 10)).hasMessageContaining("expected −1 to 0.5");
        assertThatThrownBy(() -> new ColleagueScore(0, 0.1, 0)).hasMessageContaining("effective size");
    }
}
