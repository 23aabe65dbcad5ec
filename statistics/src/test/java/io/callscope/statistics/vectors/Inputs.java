package io.callscope.statistics.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads the inputs of a case. */
final class Inputs {
    private Inputs() {}

    static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.path(i).asDouble();
        }
        return numbers;
    }

    static long[] longs(JsonNode array) {
        long[] numbers = new long[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.path(i).asLong();
        }
        return numbers;
    }

    static boolean[] answers(JsonNode array) {
        boolean[] answers = new boolean[array.size()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = array.path(i).asInt() == 1;
        }
        return answers;
    }

    static List<Integer> integers(JsonNode array) {
        List<Integer> integers = new ArrayList<>();
        array.forEach(value -> integers.add(value.asInt()));
        return integers;
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    static List<OptionalDouble> gaps(JsonNode array) {
        List<OptionalDouble> values = new ArrayList<>();
        array.forEach(
                value -> values.add(value.isNull() ? OptionalDouble.empty() : OptionalDouble.of(value.asDouble())));
        return values;
    }

    static double[][] matrix(JsonNode rows) {
        double[][] matrix = new double[rows.size()][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = numbers(rows.path(i));
        }
        return matrix;
    }

    static Map<String, Double> scores(JsonNode object) {
        Map<String, Double> scores = new LinkedHashMap<>();
        object.properties()
                .forEach(score -> scores.put(score.getKey(), score.getValue().asDouble()));
        return scores;
    }

    static double confidence(JsonNode input) {
        return input.path("conf").asDouble(0.95);
    }

    static AssertionError unknown(String method, String figure) {
        return new AssertionError("method %s, figure %s: unknown".formatted(method, figure));
    }
}
