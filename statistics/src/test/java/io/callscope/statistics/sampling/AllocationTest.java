package io.callscope.statistics.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllocationTest {
    @Test
    void keepsSumAndBoundsWhateverTheStrata() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            // Given
            long[] sizes = random.longs(5, 0, 40).toArray();
            double[] deviations = random.doubles(5, 0, 0.5).toArray();
            long least = Arrays.stream(sizes).map(size -> Math.min(size, 2)).sum();
            long n = least + random.nextInt((int) (Arrays.stream(sizes).sum() - least) + 1);

            // When
            long[] drawn = Allocation.whole(sizes, deviations, n, 2);

            // Then
            assertThat(Arrays.stream(drawn).sum()).isEqualTo(n);
            for (int h = 0; h < sizes.length; h++) {
                assertThat(drawn[h]).isBetween(Math.min(sizes[h], 2), sizes[h]);
            }
        }
    }

    @Test
    void sharesBySizeWhenNothingVaries() {
        // When
        double[] drawn = Allocation.neyman(new long[] {100, 300}, new double[] {0, 0}, 40);

        // Then
        assertThat(drawn).containsExactly(10, 30);
    }

    @Test
    void keepsASampleWhereNoErrorWasSeen() {
        assertThat(Allocation.deviation(0, 50)).isGreaterThan(0);
    }

    @Test
    void namesWhatCannotBeShared() {
        assertThatThrownBy(() -> Allocation.whole(new long[] {3, 4}, new double[] {1, 1}, 8, 2))
                .hasMessage("8 calls to draw: expected 4 to 7 with at least 2 of each stratum");
    }
}
