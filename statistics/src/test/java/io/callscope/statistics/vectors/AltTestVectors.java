package io.callscope.statistics.vectors;

import static io.callscope.statistics.vectors.Inputs.unknown;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callscope.statistics.alttest.AltTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the cases of {@code alt_test.json} ask for what the room {@code alttest} computes. */
final class AltTestVectors {
    /** Folder with {@code human_annotations.json} and {@code llm_annotations.json} of the data set a case names. */
    private static final String DATA = "callscope.altTestData";

    private static final Pattern SAME = Pattern.compile("(\\d+) humans, (\\d+) instances, all (\\d+)");
    private static final Pattern FEW = Pattern.compile("any, (\\d+) instances each");

    private AltTestVectors() {}

    static Object figure(String method, String figure, JsonNode input) {
        if (!method.equals("alt_test")) {
            throw unknown(method, figure);
        }
        if (input.has("dataset_ref")) {
            return published(figure, input);
        }
        AltTest.Outcome outcome = test(input).of(people(input.path("humans")), machine(input));
        return switch (figure) {
            case "winning_rate" -> outcome.winningRate();
            case "advantage_probability" -> outcome.advantage();
            case "p_values" -> outcome.p();
            case "pass" -> outcome.passes();
            case "assessable" -> outcome.assessable();
            default -> throw unknown(method, figure);
        };
    }

    private static AltTest test(JsonNode input) {
        return new AltTest(
                input.path("epsilon").asDouble(),
                input.path("q").asDouble(0.05),
                input.path("min_instances").asInt(30),
                switch (input.path("scoring").asText("accuracy")) {
                    case "accuracy" -> AltTest.Scoring.SAME;
                    case "neg_rmse" -> AltTest.Scoring.NEGATIVE_RMSE;
                    default -> throw unknown("scoring", input.path("scoring").asText());
                });
    }

    private static Map<String, Map<String, Double>> people(JsonNode humans) {
        Map<String, Map<String, Double>> people = new LinkedHashMap<>();
        if (humans.isObject()) {
            humans.properties().forEach(one -> people.put(one.getKey(), Inputs.scores(one.getValue())));
            return people;
        }
        Matcher same = SAME.matcher(humans.asText());
        Matcher few = FEW.matcher(humans.asText());
        if (same.matches()) {
            for (int j = 0; j < Integer.parseInt(same.group(1)); j++) {
                people.put("h" + j, constant(Integer.parseInt(same.group(2)), Double.parseDouble(same.group(3))));
            }
        } else if (few.matches()) {
            for (int j = 0; j < 3; j++) {
                people.put("h" + j, constant(Integer.parseInt(few.group(1)), j % 2));
            }
        } else {
            throw unknown("humans", humans.asText());
        }
        return people;
    }

    private static Map<String, Double> machine(JsonNode input) {
        return input.path("llm").isObject() ? Inputs.scores(input.path("llm")) : constant(30, 1);
    }

    private static Map<String, Double> constant(int calls, double score) {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (int i = 0; i < calls; i++) {
            scores.put("i" + i, score);
        }
        return scores;
    }

    /** Winning rate and advantage of one machine on data that is not ours to ship. */
    private static Object published(String machine, JsonNode input) {
        String folder = System.getProperty(DATA, "");
        assumeTrue(
                !folder.isEmpty(),
                "skipped: needs the folder %s in -D%s"
                        .formatted(input.path("dataset_ref").asText(), DATA));
        try {
            ObjectMapper json = new ObjectMapper();
            AltTest.Outcome outcome = test(input)
                    .of(
                            people(json.readTree(
                                    Path.of(folder, "human_annotations.json").toFile())),
                            Inputs.scores(json.readTree(Path.of(folder, "llm_annotations.json")
                                            .toFile())
                                    .path(machine)));
            return List.of(outcome.winningRate(), outcome.advantage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
