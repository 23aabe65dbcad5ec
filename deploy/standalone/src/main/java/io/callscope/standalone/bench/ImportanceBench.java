package io.callscope.standalone.bench;

import io.callscope.statistics.Normal;
import io.callscope.statistics.importance.Importance;
import io.callscope.statistics.importance.Importance.Predictor;
import io.callscope.statistics.importance.ImportanceStudy;
import io.callscope.statistics.importance.Observations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Importance over made-up surveys whose truth is known: barriers that come together, answers from 0 to 10 that each barrier
 * lowers. The truth is R² shared out over a population so large that chance has no say. Immutable.
 *
 * @param repetitions surveys that are made up and studied
 * @param answers in each
 * @param resamples of each study
 */
public record ImportanceBench(int repetitions, int answers, int resamples, long seed) {
    private static final int POPULATION = 1_000_000;
    private static final int LEADING = 3;

    /** Each barrier: how many of a hundred calls show it, how many points it costs. */
    private static final List<Barrier> BARRIERS = List.of(
            new Barrier("certainty", 0.30, 2.6),
            new Barrier("fair-treatment", 0.15, 2.3),
            new Barrier("control", 0.22, 1.2),
            new Barrier("status", 0.18, 0.6),
            new Barrier("belonging", 0.05, 0.9),
            new Barrier("enjoyment", 0.25, 0.35));

    /** How much barriers of one call have in common: the variance of what each customer brings with him. */
    private static final double COMMON = 0.3;

    private static final double BEST = 9.4;
    private static final double NOISE = 1.9;

    /** One barrier of the made-up surveys. */
    private record Barrier(String name, double frequency, double cost) {
        /** A standard normal variable lies above it with this frequency. */
        double threshold() {
            return Normal.quantile(1 - frequency);
        }
    }

    /**
     * One predictor over all repetitions.
     *
     * @param truth its share of R²
     * @param mean of the shares that were found
     * @param covered in how many repetitions the interval holds the truth
     */
    public record Line(String name, double truth, double mean, int covered) {}

    /**
     * Everything.
     *
     * @param inOrder repetitions that have the true three first, in their order
     */
    public record Result(int repetitions, int answers, double explained, int inOrder, List<Line> lines) {
        /** The share of repetitions in which the worst covered predictor was covered. */
        public double worstCoverage() {
            return lines.stream().mapToInt(Line::covered).min().orElse(0) / (double) repetitions;
        }

        /** The share of all intervals that hold the truth. */
        public double coverage() {
            return lines.stream().mapToInt(Line::covered).average().orElse(0) / repetitions;
        }

        public double orderShare() {
            return inOrder / (double) repetitions;
        }
    }

    public Result run() {
        double[] truth = ImportanceStudy.shares(survey(POPULATION, new Random(seed)));
        List<String> first = IntStream.range(0, truth.length)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -truth[j]))
                .limit(LEADING)
                .map(j -> BARRIERS.get(j).name())
                .toList();
        int[] covered = new int[truth.length];
        double[] sums = new double[truth.length];
        int inOrder = 0;
        for (int i = 1; i <= repetitions; i++) {
            ImportanceStudy study = new ImportanceStudy(resamples, 0.95, 100, 20, 0.5, seed + i);
            Importance found = study.of(survey(answers, new Random(seed * 1_000_003 + i)));
            inOrder += found.predictors().stream()
                            .limit(LEADING)
                            .map(Predictor::name)
                            .toList()
                            .equals(first)
                    ? 1
                    : 0;
            for (Predictor predictor : found.predictors()) {
                int place = place(predictor.name());
                sums[place] += predictor.share();
                covered[place] += predictor.interval().contains(truth[place]) ? 1 : 0;
            }
        }
        List<Line> lines = new ArrayList<>();
        for (int j = 0; j < truth.length; j++) {
            lines.add(new Line(BARRIERS.get(j).name(), truth[j], sums[j] / repetitions, covered[j]));
        }
        return new Result(
                repetitions,
                answers,
                IntStream.range(0, truth.length).mapToDouble(j -> truth[j]).sum(),
                inOrder,
                lines);
    }

    private static int place(String name) {
        return IntStream.range(0, BARRIERS.size())
                .filter(j -> BARRIERS.get(j).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Answers of customers who each called once. */
    private static Observations survey(int size, Random random) {
        double[] thresholds = BARRIERS.stream().mapToDouble(Barrier::threshold).toArray();
        double[][] columns = new double[BARRIERS.size()][size];
        double[] outcome = new double[size];
        for (int row = 0; row < size; row++) {
            double brings = random.nextGaussian() * Math.sqrt(COMMON);
            double score = BEST + NOISE * random.nextGaussian();
            for (int j = 0; j < BARRIERS.size(); j++) {
                if (brings + random.nextGaussian() * Math.sqrt(1 - COMMON) > thresholds[j]) {
                    columns[j][row] = 1;
                    score -= BARRIERS.get(j).cost();
                }
            }
            outcome[row] = Math.max(0, Math.min(10, Math.round(score)));
        }
        return new Observations(
                BARRIERS.stream().map(Barrier::name).toList(),
                columns,
                outcome,
                IntStream.range(0, size).toArray());
    }
}
