package io.callscope.statistics.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClusteredHomogeneityTest {
    private static ClusteredCounts counts(long[]... clusters) {
        return ClusteredCounts.of(List.of(clusters));
    }

    @Test
    void isWhatTheFormulasGiveByHand() {
        // Given: 12 of 20 beside 8 of 20; X² = 10·(0.04/0.5 + 0.04/0.5); Var p₁ = 2·(2² + 2²)/20², Var p₂ = 2·(1² +
        // 1²)/20²
        ClusteredCounts before = counts(new long[] {8, 2}, new long[] {4, 6});
        ClusteredCounts after = counts(new long[] {3, 7}, new long[] {5, 5});

        // When
        ClusteredHomogeneity found = ClusteredHomogeneity.of(before, after).orElseThrow();

        // Then
        assertThat(found.degrees()).isEqualTo(1);
        assertThat(found.statistic()).isCloseTo(1.6, within(1e-12));
        assertThat(found.designEffect()).isCloseTo(2.0, within(1e-12));
        // P(χ²₁ > 0.8) = 2·(1 − Φ(√0.8))
        assertThat(found.p()).isCloseTo(0.371093, within(1e-6));
    }

    @Test
    void isPearsonsTestForClustersAsEqualAsChanceLeavesThem() {
        // Given: every cluster with the same share, so no design effect; NIST's χ² tables: χ²₁ of 0.05 is 3.841
        ClusteredCounts before = counts(new long[] {30, 70}, new long[] {30, 70});
        ClusteredCounts after = counts(new long[] {40, 60}, new long[] {40, 60});

        // When
        ClusteredHomogeneity found = ClusteredHomogeneity.of(before, after).orElseThrow();

        // Then: 100·(0.01/0.35 + 0.01/0.65)
        assertThat(found.statistic()).isCloseTo(4.395604, within(1e-6));
        assertThat(found.designEffect()).isEqualTo(1);
        assertThat(found.p()).isCloseTo(0.036033, within(1e-5));
    }

    @Test
    void clusteringOfUnequalSizesCountsAsFewerCalls() {
        // Given: 3 of 4 and 0 of 2; p = 1/2, Σx² − 2pΣxn + p²Σn² = 9 − 12 + 5 = 2; Var = 2·2/36
        ClusteredCounts few = counts(new long[] {3, 1}, new long[] {0, 2});

        // Then
        assertThat(few.variance(0)).isCloseTo(4.0 / 36, within(1e-12));
        assertThat(few.variance(1)).isCloseTo(4.0 / 36, within(1e-12));
    }

    @Test
    void binsThatNobodyUsesTakeNoDegree() {
        ClusteredHomogeneity found = ClusteredHomogeneity.of(
                        counts(new long[] {8, 0, 2}, new long[] {4, 0, 6}),
                        counts(new long[] {3, 0, 7}, new long[] {5, 0, 5}))
                .orElseThrow();

        assertThat(found.degrees()).isEqualTo(1);
        assertThat(found.statistic()).isCloseTo(1.6, within(1e-12));
    }

    @Test
    void cannotBeToldOfOneClusterOrOneBinOrNothing() {
        ClusteredCounts two = counts(new long[] {8, 2}, new long[] {4, 6});
        ClusteredCounts one = counts(new long[] {8, 2});
        ClusteredCounts none = new ClusteredCounts(0, 0, List.of(ClusteredCounts.Bin.NONE, ClusteredCounts.Bin.NONE));

        assertThat(ClusteredHomogeneity.of(one, two)).isEmpty();
        assertThat(ClusteredHomogeneity.of(two, none)).isEmpty();
        assertThat(ClusteredHomogeneity.of(
                        counts(new long[] {5, 0}, new long[] {5, 0}), counts(new long[] {5, 0}, new long[] {5, 0})))
                .isEmpty();
        assertThatThrownBy(() -> ClusteredHomogeneity.of(two, counts(new long[] {1, 2, 3}, new long[] {1, 2, 3})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Agents with shares of their own, new ones each time: what Pearson's test alone would call a change all the time. */
    @Test
    void keepsItsLevelWhereAgentsDiffer() {
        SplittableRandom random = new SplittableRandom(5);
        int rejected = 0;
        int naive = 0;
        int rounds = 2_000;
        for (int round = 0; round < rounds; round++) {
            ClusteredHomogeneity found =
                    ClusteredHomogeneity.of(sample(random), sample(random)).orElseThrow();
            rejected += found.p() <= 0.05 ? 1 : 0;
            naive += new ClusteredHomogeneity(found.degrees(), found.statistic(), 1).p() <= 0.05 ? 1 : 0;
        }

        assertThat((double) rejected / rounds).isBetween(0.03, 0.08);
        assertThat((double) naive / rounds).isGreaterThan(0.15);
    }

    private static ClusteredCounts sample(SplittableRandom random) {
        List<long[]> agents = new ArrayList<>();
        for (int agent = 0; agent < 40; agent++) {
            double own = 0.1 + 0.4 * random.nextDouble();
            long[] bins = new long[2];
            for (int call = 0; call < 30; call++) {
                bins[random.nextDouble() < own ? 0 : 1]++;
            }
            agents.add(bins);
        }
        return ClusteredCounts.of(agents);
    }
}
