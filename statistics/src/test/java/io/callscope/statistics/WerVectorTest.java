package io.callscope.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Figures that were printed by jiwer, meeteval and sclite, or follow from their definitions. */
class WerVectorTest {
    @TestFactory
    Stream<DynamicTest> agreesWithTheVectors() throws IOException {
        JsonNode file;
        try (InputStream in = getClass().getResourceAsStream("/stat-vectors/wer.json")) {
            file = new ObjectMapper().readTree(in);
        }
        assertThat(file.path("cases").size()).isEqualTo(15);
        return StreamSupport.stream(file.path("cases").spliterator(), false)
                .map(one -> dynamicTest(
                        one.path("id").asText() + " " + one.path("name").asText(), () -> check(one)));
    }

    private static void check(JsonNode one) {
        JsonNode input = one.path("input");
        one.path("expected").properties().forEach(field -> {
            JsonNode expected = field.getValue();
            JsonNode value = expected.path("value");
            Map<String, Double> computed = computed(one.path("method").asText(), field.getKey(), input);
            Map<String, Double> wanted = new LinkedHashMap<>();
            if (value.isObject()) {
                value.properties()
                        .forEach(part ->
                                wanted.put(part.getKey(), part.getValue().asDouble()));
            } else {
                wanted.put("", value.asDouble());
            }
            assertThat(computed.keySet()).as(field.getKey()).isEqualTo(wanted.keySet());
            wanted.forEach((part, number) -> assertThat(computed.get(part))
                    .as(field.getKey() + " " + part)
                    .isCloseTo(number, within(expected.path("atol").asDouble())));
        });
    }

    private static Map<String, Double> computed(String method, String figure, JsonNode input) {
        return switch (method) {
            case "wer" -> one(rate(figure, pooled(input.path("ref"), input.path("hyp"))));
            case "alignment" -> alignment(figure, words(input.path("ref")), words(input.path("hyp")));
            case "cpwer" -> one(cpwer(figure, input));
            case "keyword" -> one(keyword(figure, input));
            case "normalisation" -> one(normalised(figure, input));
            case "wer_vs_cpwer" -> one(byRole(figure, input));
            default -> throw new AssertionError("unknown method " + method);
        };
    }

    private static double rate(String figure, ErrorCounts counts) {
        return switch (figure) {
            case "wer" -> counts.wer();
            case "mer" -> counts.mer();
            case "wil" -> counts.wil();
            default -> throw new AssertionError("unknown figure " + figure);
        };
    }

    private static ErrorCounts pooled(JsonNode references, JsonNode hypotheses) {
        ErrorCounts counts = ErrorCounts.EMPTY;
        for (int i = 0; i < references.size(); i++) {
            counts = counts.plus(WordAligner.align(words(references.path(i)), words(hypotheses.path(i)))
                    .counts());
        }
        return counts;
    }

    private static Map<String, Double> alignment(String figure, List<String> reference, List<String> hypothesis) {
        EditCosts costs = figure.contains("sclite") ? EditCosts.SCLITE : EditCosts.UNIT;
        Alignment alignment = new WordAligner(costs).of(reference, hypothesis);
        ErrorCounts counts = alignment.counts();
        return switch (figure) {
            case "levenshtein", "sclite", "sclite_counts" ->
                Map.of(
                        "hits", (double) counts.hits(),
                        "sub", (double) counts.substitutions(),
                        "dele", (double) counts.deletions(),
                        "ins", (double) counts.insertions());
            case "errors_levenshtein", "errors_sclite" -> one(counts.errors());
            case "sclite_cost" -> one(alignment.cost(costs));
            default -> throw new AssertionError("unknown figure " + figure);
        };
    }

    private static double cpwer(String figure, JsonNode input) {
        ErrorCounts counts = SpeakerErrors.leastPermutation(
                speakers(input.path("ref_speakers")), speakers(input.path("hyp_speakers")));
        return switch (figure) {
            case "errors" -> counts.errors();
            case "length" -> counts.reference();
            case "cpwer" -> counts.wer();
            default -> throw new AssertionError("unknown figure " + figure);
        };
    }

    private static double keyword(String figure, JsonNode input) {
        List<String> reference = words(input.path("ref"));
        List<String> hypothesis = words(input.path("hyp"));
        Alignment alignment = WordAligner.align(reference, hypothesis);
        KeywordCounts counts = KeywordCounts.EMPTY;
        for (JsonNode keyword : input.path("keywords")) {
            counts = counts.plus(KeywordCounts.of(words(keyword), reference, hypothesis, alignment));
        }
        return switch (figure) {
            case "wer" -> alignment.counts().wer();
            case "keyword_refs" -> counts.said();
            case "keyword_hits" -> counts.hits();
            case "keyword_false_alarms" -> counts.falseAlarms();
            case "keyword_recall" -> counts.recall().getAsDouble();
            case "keyword_precision" -> counts.precision().getAsDouble();
            default -> throw new AssertionError("unknown figure " + figure);
        };
    }

    /** The three steps the case is about, by hand: the vectors know no normaliser. */
    private static double normalised(String figure, JsonNode input) {
        String reference = input.path("ref").asText();
        if (!figure.equals("wer_raw")) {
            reference = reference.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9' ]", "");
        }
        if (figure.equals("wer_expanded")) {
            reference = reference.replace("i'll", "i will").replace("20", "twenty");
        }
        return WordAligner.align(words(reference), words(input.path("hyp")))
                .counts()
                .wer();
    }

    private static double byRole(String figure, JsonNode input) {
        Map<String, List<String>> reference = roles(input.path("ref"));
        Map<String, List<String>> hypothesis = roles(input.path("hyp"));
        return switch (figure) {
            case "concat_wer" ->
                WordAligner.align(
                                reference.values().stream()
                                        .flatMap(List::stream)
                                        .toList(),
                                hypothesis.values().stream()
                                        .flatMap(List::stream)
                                        .toList())
                        .counts()
                        .wer();
            case "cpwer" ->
                SpeakerErrors.leastPermutation(List.copyOf(reference.values()), List.copyOf(hypothesis.values()))
                        .wer();
            case "role_fixed_wer" ->
                SpeakerErrors.roleFixed(reference, hypothesis).wer();
            default -> throw new AssertionError("unknown figure " + figure);
        };
    }

    private static Map<String, Double> one(double value) {
        return Map.of("", value);
    }

    private static Map<String, List<String>> roles(JsonNode node) {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        node.properties().forEach(role -> roles.put(role.getKey(), words(role.getValue())));
        return roles;
    }

    private static List<List<String>> speakers(JsonNode array) {
        List<List<String>> speakers = new ArrayList<>();
        array.forEach(speaker -> speakers.add(words(speaker)));
        return speakers;
    }

    private static List<String> words(JsonNode text) {
        return words(text.asText());
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
