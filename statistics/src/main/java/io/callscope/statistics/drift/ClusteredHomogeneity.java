package io.callscope.statistics.drift;

import io.callscope.statistics.Probabilities;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether two samples of clustered calls spread over the same bins alike: Pearson's X² divided by what it would be on
 * average by chance per degree of freedom, given how unequal the clusters are (Rao and Scott 1981, first order). Without
 * that, thousands of calls of some agents would differ every week. Clusters that are in both samples make it careful:
 * what they have in common is not taken off.
 *
 * @param degrees bins that either sample uses, less one
 * @param statistic Pearson's X², as if calls were independent
 * @param designEffect what it would be by chance per degree of freedom, 1 or more
 */
public record ClusteredHomogeneity(int degrees, double statistic, double designEffect) {
    /**
     * X² = n₁n₂/(n₁+n₂)·Σ_k (p₁ₖ − p₂ₖ)²/p̂ₖ; design effect = n₁n₂/(n₁+n₂)·Σ_k (Var p₁ₖ + Var p₂ₖ)/p̂ₖ/(K−1), at least 1.
     *
     * @return empty when a sample has fewer than two clusters, or all calls are in one bin: not estimable
     */
    public static Optional<ClusteredHomogeneity> of(ClusteredCounts before, ClusteredCounts after) {
        Probabilities.sameSize(
                "bins", before.bins().size(), "bins of the other", after.bins().size());
        int[] used = IntStream.range(0, before.bins().size())
                .filter(bin ->
                        before.bins().get(bin).calls() + after.bins().get(bin).calls() > 0)
                .toArray();
        if (before.clusters() < 2 || after.clusters() < 2 || used.length < 2) {
            return Optional.empty();
        }
        double n1 = before.calls();
        double n2 = after.calls();
        double scale = n1 * n2 / (n1 + n2);
        double statistic = 0;
        double expected = 0;
        for (int bin : used) {
            double pooled =
                    (before.bins().get(bin).calls() + after.bins().get(bin).calls()) / (n1 + n2);
            double difference = before.share(bin) - after.share(bin);
            statistic += scale * difference * difference / pooled;
            expected += scale * (before.variance(bin) + after.variance(bin)) / pooled;
        }
        int degrees = used.length - 1;
        return Optional.of(new ClusteredHomogeneity(degrees, statistic, Math.max(1, expected / degrees)));
    }

    /** The probability of as much difference or more by chance: of X²/design effect among χ² of the degrees. */
    public double p() {
        return ChiSquaredDistribution.of(degrees).survivalProbability(statistic / designEffect);
    }
}
