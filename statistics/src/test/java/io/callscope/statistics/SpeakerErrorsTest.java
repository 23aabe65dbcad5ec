package io.callscope.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpeakerErrorsTest {
    @Test
    void swappedPartiesAreAllErrorsWhereRolesMatter() {
        // Given
        Map<String, List<String>> said = Map.of("agent", List.of("good", "day"), "customer", List.of("hello"));
        Map<String, List<String>> recognised = Map.of("agent", List.of("hello"), "customer", List.of("good", "day"));

        // When
        ErrorCounts fixed = SpeakerErrors.roleFixed(said, recognised);
        ErrorCounts permuted =
                SpeakerErrors.leastPermutation(List.copyOf(said.values()), List.copyOf(recognised.values()));

        // Then
        assertThat(fixed.errors()).isEqualTo(4);
        assertThat(permuted.errors()).isZero();
    }

    @Test
    void aRoleThatOneSideLacksIsAllErrors() {
        // When
        ErrorCounts counts =
                SpeakerErrors.roleFixed(Map.of("agent", List.of("a", "b")), Map.of("unknown", List.of("a", "b", "c")));

        // Then
        assertThat(counts).isEqualTo(new ErrorCounts(0, 0, 2, 3));
    }

    @Test
    void assignsAtTheLeastCost() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            // Given
            int n = 1 + random.nextInt(6);
            long[][] costs = new long[n][];
            for (int i = 0; i < n; i++) {
                costs[i] = random.longs(n, 0, 20).toArray();
            }

            // When
            int[] columns = Assignment.least(costs);

            // Then
            assertThat(Arrays.stream(columns).distinct().count()).isEqualTo(n);
            long sum = 0;
            for (int i = 0; i < n; i++) {
                sum += costs[i][columns[i]];
            }
            assertThat(sum).as("round %d", round).isEqualTo(byTrial(costs, 0, new boolean[n]));
        }
    }

    private static long byTrial(long[][] costs, int row, boolean[] taken) {
        if (row == costs.length) {
            return 0;
        }
        long least = Long.MAX_VALUE;
        for (int j = 0; j < costs.length; j++) {
            if (!taken[j]) {
                taken[j] = true;
                least = Math.min(least, costs[row][j] + byTrial(costs, row + 1, taken));
                taken[j] = false;
            }
        }
        return least;
    }
}
