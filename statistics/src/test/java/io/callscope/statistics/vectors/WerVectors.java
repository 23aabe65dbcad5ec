package io.callscope.statistics.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.statistics.Alignment;
import io.callscope.statistics.EditCosts;
import io.callscope.statistics.ErrorCounts;
import io.callscope.statistics.KeywordCounts;
import io.callscope.statistics.SpeakerErrors;
import io.callscope.statistics.WordAligner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures that were printed by jiwer, meeteval and sclite, or follow from their definitions. */
final class WerVectors {
    private WerVectors() {}

    static Object figure(String method, String figure, JsonNode input) {
        return switch (method) {
            case "wer" -> rate(figure, pooled(input.path("ref"), input.path("hyp")));
            case "alignment" -> alignment(figure, words(input.path("ref")), words(input.path("hyp")));
            case "cpwer" -> cpwer(figure, input);
            case "keyword" -> keyword(figure, input);
            case "normalisation" -> normalised(figure, input);
            case "wer_vs_cpwer" -> byRole(figure, input);
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

    private static Object alignment(String figure, List<String> reference, List<String> hypothesis) {
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
            case "errors_levenshtein", "errors_sclite" -> counts.errors();
            case "sclite_cost" -> alignment.cost(costs);
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
