package io.callscope.statistics.drift;

import io.callscope.statistics.Probabilities;
import java.util.List;

/**
 * A sample of calls by bin, and of how unequal its clusters, such as agents, are: calls of one agent resemble each other.
 * The sums are what a database gives without a row for each cluster.
 *
 * @param clusters that have calls, 0 or more
 * @param sizeSquares Σ n_c² over the clusters
 * @param bins calls and sums of each bin
 */
public record ClusteredCounts(long clusters, double sizeSquares, List<Bin> bins) {
    public ClusteredCounts {
        if (clusters < 0) {
            throw new IllegalArgumentException("%d clusters: expected 0 or more".formatted(clusters));
        }
        bins = List.copyOf(bins);
    }

    /**
     * One bin.
     *
     * @param calls in it
     * @param squares Σ x_c² over the clusters, x_c of whose calls are in it
     * @param products Σ x_c·n_c
     */
    public record Bin(long calls, double squares, double products) {
        /** Without calls. */
        public static final Bin NONE = new Bin(0, 0, 0);
    }

    /** @param clusters the calls of each by bin, every one with as many bins */
    public static ClusteredCounts of(List<long[]> clusters) {
        int bins = clusters.isEmpty() ? 0 : clusters.get(0).length;
        long[] calls = new long[bins];
        double[] squares = new double[bins];
        double[] products = new double[bins];
        double sizeSquares = 0;
        for (long[] cluster : clusters) {
            Probabilities.sameSize("bins", bins, "bins of another cluster", cluster.length);
            long size = 0;
            for (long one : cluster) {
                size += one;
            }
            sizeSquares += (double) size * size;
            for (int bin = 0; bin < bins; bin++) {
                calls[bin] += cluster[bin];
                squares[bin] += (double) cluster[bin] * cluster[bin];
                products[bin] += (double) cluster[bin] * size;
            }
        }
        Bin[] all = new Bin[bins];
        for (int bin = 0; bin < bins; bin++) {
            all[bin] = new Bin(calls[bin], squares[bin], products[bin]);
        }
        return new ClusteredCounts(clusters.size(), sizeSquares, List.of(all));
    }

    /** Calls of all bins. */
    public long calls() {
        return bins.stream().mapToLong(Bin::calls).sum();
    }

    /** The share of a bin; there must be calls. */
    double share(int bin) {
        return (double) bins.get(bin).calls() / calls();
    }

    /**
     * Var p_k = C/(C−1)·Σ_c (x_c − n_c·p_k)²/n², the linearised variance of a share over clusters of unequal size
     * (Cochran 1977, section 11.12). Needs two clusters or more.
     */
    double variance(int bin) {
        double n = calls();
        double p = share(bin);
        Bin one = bins.get(bin);
        double spread = Math.max(0, one.squares() - 2 * p * one.products() + p * p * sizeSquares);
        return clusters / (clusters - 1.0) * spread / (n * n);
    }
}
