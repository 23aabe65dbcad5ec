package io.callscope.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ClassificationVectorTest {
    @TestFactory
    Stream<DynamicTest> agreesWithTheVectors() throws IOException {
        JsonNode file;
        try (InputStream in = getClass().getResourceAsStream("/stat-vectors/classification.json")) {
            file = new ObjectMapper().readTree(in);
        }
        assertThat(file.path("cases").size()).isGreaterThanOrEqualTo(8);
        return StreamSupport.stream(file.path("cases").spliterator(), false)
                .map(one -> dynamicTest(
                        one.path("id").asText() + " " + one.path("name").asText(), () -> check(one)));
    }

    private static void check(JsonNode one) {
        JsonNode input = one.path("input");
        one.path("expected")
                .fields()
                .forEachRemaining(
                        field -> check(field, computed(one.path("method").asText(), field.getKey(), input)));
    }

    private static void check(Map.Entry<String, JsonNode> field, Optional<double[]> computed) {
        JsonNode expected = field.getValue();
        if (expected.path("value").isNull()) {
            assertThat(computed).as(field.getKey()).isEmpty();
            return;
        }
        double[] wanted = expected.path("value").isArray()
                ? StreamSupport.stream(expected.path("value").spliterator(), false)
                        .mapToDouble(JsonNode::asDouble)
                        .toArray()
                : new double[] {expected.path("value").asDouble()};
        assertThat(computed).as(field.getKey()).isPresent();
        assertThat(computed.get()).as(field.getKey()).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.length; i++) {
            assertThat(computed.get()[i])
                    .as(field.getKey())
                    .isCloseTo(wanted[i], within(expected.path("atol").asDouble()));
        }
    }

    private static Optional<double[]> computed(String method, String figure, JsonNode input) {
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
            // the exact one-sided limit when nothing was found needs no beta distribution
            case "positive_rate_upper95_onesided_exact" ->
                c.support() == 0 ? Optional.of(new double[] {1 - Math.pow(0.05, 1.0 / c.total())}) : Optional.empty();
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
