package io.callscope.standalone.bench.accuracy;

import io.callscope.analytics.accuracy.AccuracySettings;
import io.callscope.analytics.accuracy.report.Drift;
import io.callscope.statistics.drift.UnknownRateCusum;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The drift chart tried on a year of reviews of items whose share of disagreements is known: how often it holds one back
 * though nothing drifts, and how soon it sees what does.
 *
 * @param repetitions years of the center, 1 or more
 * @param seed of the random numbers
 */
public record DriftBench(int repetitions, long seed) {
    /** Reviews of an item in a year of 40 calls a week, less those drawn for tuning. */
    public static final int YEAR = 1_500;

    /** Years in which any item may be held back wrongly: 5 % and two standard errors of 4,000. */
    public static final double MOST_WRONG_YEARS = 0.057;

    /** Usual shares of disagreements over the items of a center. */
    private static final List<Double> USUAL = List.of(0.01, 0.03, 0.05, 0.10, 0.20);

    private static final int ITEMS = 20;

    /**
     * How the chart does where nothing drifts.
     *
     * @param years share of them in which any of the items was held back
     * @param items share of items held back in a year
     */
    public record Steady(double years, double items) {
        public boolean holds() {
            return years <= MOST_WRONG_YEARS;
        }
    }

    /**
     * How soon it sees ten points more.
     *
     * @param usual share of disagreements before
     * @param after so many reviews it rises
     * @param seen share of the rises that are seen within a year
     * @param median reviews until half of them are seen; NaN when fewer than half are
     */
    public record Risen(double usual, int after, double seen, double median) {}

    /** A center of {@value #ITEMS} items, nothing drifting. */
    public Steady steady() {
        SplittableRandom random = new SplittableRandom(seed);
        int years = 0;
        int held = 0;
        for (int i = 0; i < repetitions; i++) {
            int before = held;
            for (int item = 0; item < ITEMS; item++) {
                held += signal(random, USUAL.get(item % USUAL.size()), YEAR, YEAR) <= YEAR ? 1 : 0;
            }
            years += held > before ? 1 : 0;
        }
        return new Steady((double) years / repetitions, (double) held / repetitions / ITEMS);
    }

    /** One of its items, ten points worse from some review on. */
    public List<Risen> risen() {
        SplittableRandom random = new SplittableRandom(~seed);
        return USUAL.stream()
                .flatMap(usual -> List.of(200, 400).stream().map(after -> risen(random, usual, after)))
                .toList();
    }

    private Risen risen(SplittableRandom random, double usual, int after) {
        double[] reviews = new double[repetitions];
        int seen = 0;
        for (int i = 0; i < repetitions; i++) {
            int signal = signal(random, usual, after, after + YEAR);
            boolean isSeen = signal > after && signal <= after + YEAR;
            reviews[i] = isSeen ? signal - after : Double.POSITIVE_INFINITY;
            seen += isSeen ? 1 : 0;
        }
        Arrays.sort(reviews);
        double median = reviews[repetitions / 2];
        return new Risen(usual, after, (double) seen / repetitions, Double.isInfinite(median) ? Double.NaN : median);
    }

    /** The review at which it signals; above {@code until} when it does not. */
    private static int signal(SplittableRandom random, double usual, int riseAfter, int until) {
        double height = AccuracySettings.defaults().alarmHeight(ITEMS);
        UnknownRateCusum chart = new UnknownRateCusum(Drift.WORSE, Drift.FIRST);
        for (int review = 1; review <= until; review++) {
            double share = usual + (review > riseAfter ? Drift.WORSE : 0);
            if (chart.add(random.nextDouble() < share) >= height) {
                return review;
            }
        }
        return until + 1;
    }
}
