package io.callscope.statistics.calibration;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Wilson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Forecasts in bins: what was said against what came true. In small samples the errors are too large on average, so
 * that "no error" can never be shown.
 *
 * @param bins those that hold a call, by rising probability
 */
public record CalibrationTable(List<Bin> bins) {
    public CalibrationTable {
        bins = List.copyOf(bins);
    }

    /**
     * One bin.
     *
     * @param n its calls, 1 or more
     * @param stated the mean of their probabilities
     * @param cameTrue how many came true
     */
    public record Bin(int n, double stated, int cameTrue) {
        public double share() {
            return (double) cameTrue / n;
        }

        public Interval interval(double confidence) {
            return Wilson.interval(cameTrue, n, confidence);
        }
    }

    /** Bins of equal width: bin = min(⌊pB⌋, B − 1). */
    public static CalibrationTable ofEqualWidth(Forecasts forecasts, int bins) {
        check(bins);
        List<List<Integer>> places = new ArrayList<>();
        IntStream.range(0, bins).forEach(b -> places.add(new ArrayList<>()));
        for (int i = 0; i < forecasts.size(); i++) {
            places.get(Math.min((int) Math.floor(forecasts.probability(i) * bins), bins - 1))
                    .add(i);
        }
        return of(forecasts, places);
    }

    /** Bins of as equal a number of calls as can be, for few calls; equal probabilities may fall into two bins. */
    public static CalibrationTable ofEqualCount(Forecasts forecasts, int bins) {
        check(bins);
        Integer[] order = IntStream.range(0, forecasts.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(forecasts::probability));
        List<List<Integer>> places = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            int from = (int) ((long) b * order.length / bins);
            int to = (int) ((b + 1L) * order.length / bins);
            places.add(List.of(order).subList(from, to));
        }
        return of(forecasts, places);
    }

    /** Σ n_b/n · |came true − stated| (Naeini and others 2015); empty without calls. */
    public OptionalDouble expectedError() {
        return mean(bin -> Math.abs(bin.share() - bin.stated()));
    }

    /** The largest |came true − stated| of a bin; empty without calls. */
    public OptionalDouble largestError() {
        return bins.stream()
                .mapToDouble(bin -> Math.abs(bin.share() - bin.stated()))
                .max();
    }

    /** Murphy's (1973) reliability: Σ n_b/n · (stated − came true)². Less is better. */
    public OptionalDouble reliability() {
        return mean(bin -> Math.pow(bin.stated() - bin.share(), 2));
    }

    /** Murphy's resolution: Σ n_b/n · (came true − overall)². More is better. */
    public OptionalDouble resolution() {
        double overall = overall();
        return mean(bin -> Math.pow(bin.share() - overall, 2));
    }

    /** Murphy's uncertainty, overall·(1 − overall). The Brier score is reliability − resolution + this if p is constant in bins. */
    public OptionalDouble uncertainty() {
        return bins.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(overall() * (1 - overall()));
    }

    private interface Figure {
        double of(Bin bin);
    }

    private OptionalDouble mean(Figure figure) {
        double n = n();
        return bins.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(bins.stream()
                        .mapToDouble(bin -> bin.n() / n * figure.of(bin))
                        .sum());
    }

    private double overall() {
        return bins.stream().mapToDouble(Bin::cameTrue).sum() / n();
    }

    private double n() {
        return bins.stream().mapToDouble(Bin::n).sum();
    }

    private static CalibrationTable of(Forecasts forecasts, List<List<Integer>> places) {
        return new CalibrationTable(places.stream()
                .filter(bin -> !bin.isEmpty())
                .map(bin -> new Bin(
                        bin.size(),
                        bin.stream().mapToDouble(forecasts::probability).sum() / bin.size(),
                        (int) bin.stream().mapToDouble(forecasts::outcome).sum()))
                .toList());
    }

    private static void check(int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("%d bins: expected 1 or more".formatted(bins));
        }
    }
}
