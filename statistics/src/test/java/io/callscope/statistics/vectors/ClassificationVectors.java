package io.callscope.statistics.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.statistics.BinaryCounts;
import io.callscope.statistics.Classification;
import io.callscope.statistics.Interval;
import io.callscope.statistics.intervals.Exact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How the cases of {@code classification.json} ask for what {@code Classification} computes. */
final class ClassificationVectors {
    private ClassificationVectors() {}

    static Optional<double[]> figure(String method, String figure, JsonNode input) {
        return switch (method) {
            case "binary_metrics" ->
                binary(counts(input), figure, input.path("conf").asDouble(0.95));
            case "mcc" ->
                binary(Classification.counts(positives(input.path("y")), positives(input.path("p"))), figure, 0.95);
            case "multiclass" -> multiclass(integers(input.path("y")), integers(input.path("p")), figure);
            case "multilabel" -> multilabel(input.path("y"), input.path("p"), figure);
            default -> throw new AssertionError("unknown method " + method);
        };
    }

    private static BinaryCounts counts(JsonNode input) {
        return new BinaryCounts(
                input.path("tp").asLong(),
                input.path("fp").asLong(),
                input.path("fn").asLong(),
                input.path("tn").asLong());
    }

    private static Optional<double[]> binary(BinaryCounts c, String figure, double confidence) {
        return switch (figure) {
            case "precision" -> one(c.precision());
            case "recall" -> one(c.recall());
            case "specificity" -> one(c.specificity());
            case "f1" -> one(c.f1());
            case "mcc" -> one(Classification.mcc(c));
            case "accuracy" -> one(Classification.accuracy(c));
            case "balanced_accuracy" -> one(Classification.balancedAccuracy(c));
            case "precision_wilson" -> ends(Classification.interval(c.tp(), c.tp() + c.fp(), confidence));
            case "recall_wilson" -> ends(Classification.interval(c.tp(), c.tp() + c.fn(), confidence));
            case "specificity_wilson" -> ends(Classification.interval(c.tn(), c.tn() + c.fp(), confidence));
            case "f1_interval_via_jaccard" -> ends(Classification.f1Interval(c, confidence));
            case "positive_rate_upper95_onesided_exact" ->
                Optional.of(new double[] {Exact.upper(c.support(), c.total(), 0.95)});
            default -> throw new AssertionError("unknown figure " + figure);
        };
    }

    private static Optional<double[]> multiclass(List<Integer> y, List<Integer> p, String figure) {
        List<BinaryCounts> classes = Classification.perClass(y, p);
        return switch (figure) {
            case "accuracy", "micro_f1" -> one(Classification.micro(classes).f1());
            case "macro_f1" -> one(Classification.macroF1(classes));
            case "mcc" -> one(Classification.mcc(y, p));
            default -> throw new AssertionError("unknown figure " + figure);
        };
    }

    private static Optional<double[]> multilabel(JsonNode y, JsonNode p, String figure) {
        int labels = y.path(0).size();
        BinaryCounts[] counts = new BinaryCounts[labels];
        Arrays.fill(counts, BinaryCounts.EMPTY);
        int exact = 0;
        for (int row = 0; row < y.size(); row++) {
            exact += y.path(row).equals(p.path(row)) ? 1 : 0;
            for (int label = 0; label < labels; label++) {
                counts[label] = counts[label].plus(BinaryCounts.one(
                        y.path(row).path(label).asInt() == 1,
                        p.path(row).path(label).asInt() == 1));
            }
        }
        BinaryCounts micro = Classification.micro(List.of(counts));
        return switch (figure) {
            case "per_label_recall" ->
                Optional.of(Arrays.stream(counts)
                        .mapToDouble(c -> c.recall().getAsDouble())
                        .toArray());
            case "exact_match" -> Optional.of(new double[] {(double) exact / y.size()});
            case "micro_f1" -> one(micro.f1());
            case "hamming_loss" -> Optional.of(new double[] {(double) (micro.fp() + micro.fn()) / micro.total()});
            default -> throw new AssertionError("unknown figure " + figure);
        };
    }

    private static Optional<double[]> one(OptionalDouble value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(new double[] {value.getAsDouble()});
    }

    private static Optional<double[]> ends(Optional<Interval> interval) {
        return interval.map(i -> new double[] {i.lower(), i.upper()});
    }

    private static List<Boolean> positives(JsonNode array) {
        return integers(array).stream().map(value -> value == 1).toList();
    }

    private static List<Integer> integers(JsonNode array) {
        List<Integer> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asInt()));
        return values;
    }
}
