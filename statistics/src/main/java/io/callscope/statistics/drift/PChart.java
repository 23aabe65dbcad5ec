package io.callscope.statistics.drift;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Probabilities;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares of samples, such as weeks, against the limits that chance alone leaves: p̄ ± k√(p̄(1−p̄)/n) (Montgomery 2012,
 * section 7.2). With thousands of calls a week the limits are too narrow, because agents and days differ.
 */
public record PChart(List<Long> counts, List<Long> sizes, double reach) {
    /**
     * @param counts what was counted in each sample
     * @param sizes how many calls each sample has, 1 or more
     * @param reach k, in standard errors, usually 3
     */
    public PChart {
        Probabilities.sameSize("counts", counts.size(), "sizes", sizes.size());
        Probabilities.positive("reach", reach);
        counts = List.copyOf(counts);
        sizes = List.copyOf(sizes);
        for (int i = 0; i < counts.size(); i++) {
            if (sizes.get(i) < 1 || counts.get(i) < 0 || counts.get(i) > sizes.get(i)) {
                throw new IllegalArgumentException("%d of %d: expected one call or more and no more counted"
                        .formatted(counts.get(i), sizes.get(i)));
            }
        }
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("no samples: expected one or more");
        }
    }

    /** p̄, the share over all samples. */
    public double mean() {
        return (double) counts.stream().mapToLong(Long::longValue).sum()
                / sizes.stream().mapToLong(Long::longValue).sum();
    }

    /** The limits of a sample by its place from 0. */
    public Interval limits(int sample) {
        double half = reach * Math.sqrt(mean() * (1 - mean()) / sizes.get(sample));
        return Interval.around(mean(), half).within(0, 1);
    }

    /** Samples beyond their limits, by their places from 0. */
    public int[] outside() {
        return IntStream.range(0, counts.size())
                .filter(i -> !limits(i).contains((double) counts.get(i) / sizes.get(i)))
                .toArray();
    }

    /** The same size for all samples. */
    public static PChart of(long[] counts, long size, double reach) {
        return new PChart(
                Arrays.stream(counts).boxed().toList(),
                Arrays.stream(counts).mapToObj(count -> size).toList(),
                reach);
    }
}
