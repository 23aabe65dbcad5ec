package io.callscope.analytics.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTest {
    @Test
    void aUnionNeitherTouchesNorOverlaps() {
        // Given
        List<Stretch> stretches = List.of(of(50, 60), of(0, 10), of(10, 20), of(12, 15), of(55, 70), of(80, 80));

        // When
        List<Stretch> union = Stretch.union(stretches);

        // Then
        assertThat(union).containsExactly(of(0, 20), of(50, 70), of(80, 80));
        assertThat(Stretch.lengthMs(union)).isEqualTo(40);
        assertThat(Stretch.union(List.of())).isEmpty();
    }

    @Test
    void anOverlapIsWhatIsInBoth() {
        // Given
        List<Stretch> agent = List.of(of(0, 10), of(20, 40), of(50, 60));
        List<Stretch> customer = List.of(of(10, 25), of(30, 55));

        // When
        List<Stretch> both = Stretch.overlap(agent, customer);

        // Then
        assertThat(both).containsExactly(of(20, 25), of(30, 40), of(50, 55));
        assertThat(Stretch.overlap(customer, agent)).isEqualTo(both);
        assertThat(Stretch.overlap(agent, List.of())).isEmpty();
    }

    @Test
    void onlyGapsLongerThanTheLimitAreSkipped() {
        // Given
        List<Stretch> talk = List.of(of(5_000, 6_000), of(8_000, 9_000), of(11_001, 12_000));

        // When
        List<Stretch> gaps = Stretch.gaps(talk, 2_000);

        // Then
        assertThat(gaps).containsExactly(of(9_000, 11_001));
    }

    private static Stretch of(long startMs, long endMs) {
        return new Stretch(startMs, endMs);
    }
}
