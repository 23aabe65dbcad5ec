package io.callscope.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Percentile bootstrap: how a figure would vary if other calls had been drawn. Whole calls are drawn, because words of
 * one call are not independent. The same seed gives the same interval on every Java platform. Immutable, thread-safe.
 *
 * @param resamples how often calls are drawn anew, at least 100
 * @param confidence two-sided, between 0 and 1, such as 0.95
 * @param seed of the random numbers
 * @see <a href="https://doi.org/10.1201/9780429246593">Efron and Tibshirani 1993</a>, chapter 13
 */
public record Bootstrap(int resamples, double confidence, long seed) {
    /** 2,000 resamples, 95 %. */
    public static final Bootstrap USUAL = new Bootstrap(2_000, 0.95, 1);

    private static final int FEWEST = 100;

    public Bootstrap {
        if (resamples < FEWEST || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("%d resamples, confidence %s: expected %d or more, and between 0 and 1"
                    .formatted(resamples, confidence, FEWEST));
        }
    }

    /**
     * The interval of a figure over some calls. Empty below two calls: one call does not tell how others differ. A
     * difference of two figures over the same draw gives a paired interval.
     *
     * @param calls how many there are
     * @param figure of drawn calls, each given by its place from 0; a call may be drawn several times
     */
    public Optional<Interval> interval(int calls, ToDoubleFunction<int[]> figure) {
        if (calls < 2) {
            return Optional.empty();
        }
        Random random = new Random(seed);
        double[] figures = new double[resamples];
        int[] drawn = new int[calls];
        for (int i = 0; i < resamples; i++) {
            for (int j = 0; j < calls; j++) {
                drawn[j] = random.nextInt(calls);
            }
            figures[i] = figure.applyAsDouble(drawn);
        }
        Arrays.sort(figures);
        double tail = (1 - confidence) / 2;
        return Optional.of(new Interval(quantile(figures, tail), quantile(figures, 1 - tail)));
    }

    /** Between the two nearest values: definition 7 of <a href="https://doi.org/10.2307/2684934">Hyndman and Fan</a>. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
