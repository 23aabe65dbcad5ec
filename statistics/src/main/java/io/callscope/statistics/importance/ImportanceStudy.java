package io.callscope.statistics.importance;

import io.callscope.statistics.Interval;
import io.callscope.statistics.importance.Importance.LeftOut;
import io.callscope.statistics.importance.Importance.Method;
import io.callscope.statistics.importance.Importance.Predictor;
import io.callscope.statistics.importance.Importance.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shares R² out among predictors and says how sure that is. Whole clusters are drawn anew. A share is never negative, so
 * chance alone makes it too large, and each draw makes it larger once more: the interval of a share is moved down by twice
 * what the draws have added on average (Efron and Tibshirani 1993, chapters 10 and 13), and cut at 0. The same seed gives
 * the same figures on every Java platform. Immutable, thread-safe.
 *
 * @param resamples how often clusters are drawn anew, at least 100
 * @param confidence two-sided, between 0 and 1
 * @param fewest answers below which nothing is said; also ten for each predictor (Harrell 2015, 4.4)
 * @param rarest a predictor shown, or not shown, in fewer answers is left out
 * @param fall by which part a predictor would become rarer, 0 to 1
 */
public record ImportanceStudy(int resamples, double confidence, int fewest, int rarest, double fall, long seed) {
    private static final int ANSWERS_FOR_EACH = 10;
    private static final int FEWEST_RESAMPLES = 100;

    /** 500 draws, 95 %, 100 answers, 20 of each kind, halved. */
    public static final ImportanceStudy USUAL = new ImportanceStudy(500, 0.95, 100, 20, 0.5, 1);

    public ImportanceStudy {
        if (resamples < FEWEST_RESAMPLES || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("%d resamples, confidence %s: expected %d or more, and between 0 and 1"
                    .formatted(resamples, confidence, FEWEST_RESAMPLES));
        }
        if (fewest < 2 || rarest < 1 || !(fall >= 0 && fall <= 1)) {
            throw new IllegalArgumentException(
                    "fewest %d, rarest %d, fall %s: expected from 2, from 1, 0 to 1".formatted(fewest, rarest, fall));
        }
    }

    /** The same with another fall. */
    public ImportanceStudy withFall(double part) {
        return new ImportanceStudy(resamples, confidence, fewest, rarest, part, seed);
    }

    /** R² and its shares without intervals: for a population that is known. */
    public static double[] shares(Observations observations) {
        return shares(Correlations.of(
                observations.columns(),
                observations.outcome(),
                IntStream.range(0, observations.size()).toArray()));
    }

    private static double[] shares(Correlations correlations) {
        return correlations.size() <= Shapley.MOST
                ? Shapley.shares(correlations)
                : RelativeWeights.shares(correlations);
    }

    public Importance of(Observations all) {
        List<Integer> chosen = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (int j = 0; j < all.names().size(); j++) {
            int shown =
                    (int) Arrays.stream(all.columns()[j]).filter(x -> x != 0).count();
            if (shown < rarest || all.size() - shown < rarest) {
                leftOut.add(new LeftOut(all.names().get(j), shown));
            } else {
                chosen.add(j);
            }
        }
        List<int[]> clusters = clusters(all.clusters());
        Refusal refusal = refusal(all, chosen.size(), clusters.size());
        Method method = chosen.size() <= Shapley.MOST ? Method.SHAPLEY : Method.RELATIVE_WEIGHTS;
        if (refusal != null) {
            double mean = Arrays.stream(all.outcome()).average().orElse(Double.NaN);
            return new Importance(all.size(), clusters.size(), refusal, method, Double.NaN, mean, List.of(), leftOut);
        }
        return measured(all.with(chosen), clusters, method, leftOut);
    }

    private @Nullable Refusal refusal(Observations all, int predictors, int clusters) {
        if (clusters < Math.max(fewest, ANSWERS_FOR_EACH * predictors)) {
            return Refusal.TOO_FEW_ANSWERS;
        }
        if (Arrays.stream(all.outcome()).distinct().count() < 2) {
            return Refusal.OUTCOME_DOES_NOT_VARY;
        }
        return predictors == 0 ? Refusal.NO_PREDICTOR : null;
    }

    /** Rows of each cluster, in the order in which clusters are first met. */
    private static List<int[]> clusters(int[] numbers) {
        Map<Integer, List<Integer>> rows = new HashMap<>();
        List<List<Integer>> inOrder = new ArrayList<>();
        for (int row = 0; row < numbers.length; row++) {
            List<Integer> known = rows.get(numbers[row]);
            if (known == null) {
                known = new ArrayList<>();
                rows.put(numbers[row], known);
                inOrder.add(known);
            }
            known.add(row);
        }
        return inOrder.stream()
                .map(cluster -> cluster.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private Importance measured(Observations data, List<int[]> clusters, Method method, List<LeftOut> leftOut) {
        int p = data.names().size();
        Correlations whole = Correlations.of(
                data.columns(), data.outcome(), IntStream.range(0, data.size()).toArray());
        double[] shares = shares(whole);
        double[] slopes = whole.slopes();
        double[][] drawnShares = new double[p][resamples];
        double[][] drawnSlopes = new double[p][resamples];
        double[][] drawnAfter = new double[p][resamples];
        Random random = new Random(seed);
        for (int draw = 0; draw < resamples; draw++) {
            Correlations drawn = Correlations.of(data.columns(), data.outcome(), rows(clusters, random));
            double[] share = shares(drawn);
            double[] slope = drawn.slopes();
            for (int j = 0; j < p; j++) {
                drawnShares[j][draw] = share[j];
                drawnSlopes[j][draw] = slope[j];
                drawnAfter[j][draw] = drawn.outcomeMean() - fall * drawn.means()[j] * slope[j];
            }
        }
        List<Predictor> predictors = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            double added = Arrays.stream(drawnShares[j]).average().orElse(0) - shares[j];
            Interval share = interval(drawnShares[j]);
            predictors.add(new Predictor(
                    data.names().get(j),
                    whole.means()[j],
                    shares[j],
                    new Interval(share.lower() - 2 * added, share.upper() - 2 * added).within(0, 1),
                    slopes[j],
                    interval(drawnSlopes[j]),
                    whole.outcomeMean() - fall * whole.means()[j] * slopes[j],
                    interval(drawnAfter[j])));
        }
        predictors.sort(Comparator.comparingDouble(Predictor::share).reversed());
        return new Importance(
                data.size(),
                clusters.size(),
                null,
                method,
                Arrays.stream(shares).sum(),
                whole.outcomeMean(),
                predictors,
                leftOut);
    }

    private static int[] rows(List<int[]> clusters, Random random) {
        IntStream.Builder rows = IntStream.builder();
        for (int i = 0; i < clusters.size(); i++) {
            for (int row : clusters.get(random.nextInt(clusters.size()))) {
                rows.add(row);
            }
        }
        return rows.build().toArray();
    }

    private Interval interval(double[] drawn) {
        double[] sorted = drawn.clone();
        Arrays.sort(sorted);
        double tail = (1 - confidence) / 2;
        return new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail));
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
