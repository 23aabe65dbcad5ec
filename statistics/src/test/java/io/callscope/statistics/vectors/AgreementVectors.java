package io.callscope.statistics.vectors;

import static io.callscope.statistics.vectors.Inputs.unknown;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.statistics.BinaryCounts;
import io.callscope.statistics.Classification;
import io.callscope.statistics.Interval;
import io.callscope.statistics.agreement.AgreementTable;
import io.callscope.statistics.agreement.Applicability;
import io.callscope.statistics.agreement.BinaryAgreement;
import io.callscope.statistics.agreement.Coefficient;
import io.callscope.statistics.agreement.CohenKappa;
import io.callscope.statistics.agreement.GwetAgreement;
import io.callscope.statistics.agreement.KrippendorffAlpha;
import io.callscope.statistics.agreement.Ratings;
import io.callscope.statistics.agreement.Weights;
import io.callscope.statistics.intervals.EffectiveSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** How the cases of {@code agreement.json} ask for what the room {@code agreement} computes. */
final class AgreementVectors {
    private AgreementVectors() {}

    static @Nullable Object figure(String method, String figure, JsonNode input) {
        return switch (method) {
            case "cohen_kappa" -> {
                Weights weights = weights(figure, input, table(input).categories());
                yield switch (base(figure)) {
                    case "se0" -> CohenKappa.standardErrorOfChance(table(input), weights);
                    case "z0" ->
                        CohenKappa.of(table(input), weights).orElseThrow().value()
                                / CohenKappa.standardErrorOfChance(table(input), weights)
                                        .orElseThrow();
                    default -> coefficient(figure, input, CohenKappa.of(table(input), weights));
                };
            }
            case "gwet_ac" ->
                coefficient(
                        figure,
                        input,
                        GwetAgreement.of(
                                table(input),
                                weights(figure, input, table(input).categories())));
            case "gwet_ac_multi" ->
                coefficient(
                        figure,
                        input,
                        ratings(input)
                                .gwet(weights(
                                        figure, input, input.path("categories").size())));
            case "fleiss_kappa_multi" ->
                coefficient(
                        figure,
                        input,
                        ratings(input)
                                .fleiss(Weights.none(input.path("categories").size())));
            case "fleiss_kappa_counts" -> {
                int[][] counts = new int[input.path("counts").size()][];
                for (int i = 0; i < counts.length; i++) {
                    counts[i] = Inputs.integers(input.path("counts").path(i)).stream()
                            .mapToInt(Integer::intValue)
                            .toArray();
                }
                yield coefficient(figure, input, new Ratings(counts).fleiss(Weights.none(counts[0].length)));
            }
            case "krippendorff_alpha" ->
                KrippendorffAlpha.of(
                        units(input.path("units")), KrippendorffAlpha.Scale.valueOf(figure.toUpperCase(Locale.ROOT)));
            case "kappa_ac1_pabak", "kappa_ac1", "kappa_ac1_alpha" -> binary(figure, table(input));
            case "kappa" -> {
                List<@Nullable Object> all = new ArrayList<>();
                input.path("tables").forEach(t -> all.add(binary(figure, new AgreementTable(Inputs.matrix(t)))));
                yield all;
            }
            case "weighted_agreement" -> weighted(figure, input);
            case "agreement_with_na" -> applicability(figure, input);
            default -> throw unknown(method, figure);
        };
    }

    private static @Nullable Object coefficient(String figure, JsonNode input, Optional<Coefficient> coefficient) {
        if (coefficient.isEmpty()) {
            return null;
        }
        Coefficient c = coefficient.get();
        boolean student = input.path("ci").asText().startsWith("t_") || input.has("ratings");
        double confidence = Inputs.confidence(input);
        Interval interval = student ? c.studentInterval(confidence) : c.interval(confidence);
        return switch (base(figure)) {
            case "kappa", "ac" -> c.value();
            case "se" -> c.standardError();
            case "lo" -> interval.lower();
            case "hi" -> interval.upper();
            case "po", "pa" -> c.observed();
            case "pe" -> c.expected();
            case "p_value" -> c.studentP();
            default -> throw unknown("coefficient", figure);
        };
    }

    private static String base(String figure) {
        return figure.replaceAll("_(linear|quadratic|weighted|unweighted)$", "");
    }

    private static Weights weights(String figure, JsonNode input, int categories) {
        String kind = figure.endsWith("_linear")
                ? "linear"
                : figure.endsWith("_quadratic")
                        ? "quadratic"
                        : input.path("weights").asText("none");
        if (input.has("weight_matrix")) {
            return Weights.of(Inputs.matrix(input.path("weight_matrix")));
        }
        if (input.has("disagreement_weights") && figure.endsWith("_weighted")) {
            return Weights.ofDisagreement(Inputs.matrix(input.path("disagreement_weights")));
        }
        return switch (kind) {
            case "none" -> Weights.none(categories);
            case "linear" -> Weights.linear(categories);
            case "quadratic" -> Weights.quadratic(categories);
            default -> throw unknown("weights", kind);
        };
    }

    private static AgreementTable table(JsonNode input) {
        if (input.has("table")) {
            return new AgreementTable(Inputs.matrix(input.path("table")));
        }
        List<Integer> first = Inputs.integers(input.path("a"));
        List<Integer> second = Inputs.integers(input.path("b"));
        int most = Math.max(
                first.stream().mapToInt(i -> i).max().orElse(0),
                second.stream().mapToInt(i -> i).max().orElse(0));
        return AgreementTable.of(first, second, most + 1);
    }

    private static Ratings ratings(JsonNode input) {
        List<List<Integer>> answers = new ArrayList<>();
        input.path("ratings").forEach(call -> {
            List<Integer> given = new ArrayList<>();
            call.forEach(answer -> {
                if (!answer.isNull()) {
                    given.add(answer.asInt());
                }
            });
            answers.add(given);
        });
        return Ratings.of(answers, Inputs.integers(input.path("categories")));
    }

    private static List<List<Double>> units(JsonNode rows) {
        List<List<Double>> units = new ArrayList<>();
        rows.forEach(row -> units.add(Inputs.gaps(row).stream()
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList()));
        return units;
    }

    private static @Nullable Object binary(String figure, AgreementTable table) {
        BinaryAgreement two = BinaryAgreement.of(table);
        Optional<Coefficient> kappa = CohenKappa.of(table);
        Optional<Coefficient> ac1 = GwetAgreement.of(table);
        return switch (figure) {
            case "po" -> table.agreement();
            case "po_wilson_lo" -> table.agreementInterval(0.95).lower();
            case "po_wilson_hi" -> table.agreementInterval(0.95).upper();
            case "kappa" -> kappa.map(Coefficient::value).orElse(null);
            case "se" -> kappa.map(Coefficient::standardError).orElse(null);
            case "ac1" -> ac1.map(Coefficient::value).orElse(null);
            case "ac1_se" -> ac1.map(Coefficient::standardError).orElse(null);
            case "pabak" -> two.pabak();
            case "prevalence_index" -> two.prevalenceIndex();
            case "bias_index" -> two.biasIndex();
            case "p_pos" -> two.onFirst();
            case "p_neg" -> two.onSecond();
            case "mcc" ->
                Classification.mcc(
                        new BinaryCounts((long) two.bothFirst(), (long) two.onlySecond(), (long) two.onlyFirst(), (long)
                                two.bothSecond()));
            case "alpha_nominal", "krippendorff_nominal" ->
                KrippendorffAlpha.of(expanded(table), KrippendorffAlpha.Scale.NOMINAL);
            default -> throw unknown("binary", figure);
        };
    }

    private static List<List<Double>> expanded(AgreementTable table) {
        List<List<Double>> units = new ArrayList<>();
        for (int k = 0; k < table.categories(); k++) {
            for (int l = 0; l < table.categories(); l++) {
                for (int i = 0; i < table.count(k, l); i++) {
                    units.add(List.of((double) k, (double) l));
                }
            }
        }
        return units;
    }

    private static Object weighted(String figure, JsonNode input) {
        double[] weights = Inputs.numbers(input.path("weights"));
        List<Integer> first = Inputs.integers(input.path("a"));
        List<Integer> second = Inputs.integers(input.path("b"));
        AgreementTable table = AgreementTable.of(first, second, weights, 2);
        return switch (figure) {
            case "po_w" -> table.agreement();
            case "kappa_w" -> CohenKappa.of(table).orElseThrow().value();
            case "po_unweighted" -> AgreementTable.of(first, second, 2).agreement();
            case "n_eff_kish" -> EffectiveSize.kish(weights);
            default -> throw unknown("weighted_agreement", figure);
        };
    }

    private static Object applicability(String figure, JsonNode input) {
        Applicability a = Applicability.of(scores(input.path("human")), scores(input.path("llm")));
        return switch (figure) {
            case "n_pairs_scored_by_both" -> a.scoredByBoth();
            case "applicability_agreement" -> a.onApplicability();
            case "n_applicable_both" -> a.applicableToBoth();
            case "agreement_when_applicable_both" -> a.whenApplicable();
            case "agreement_3class" -> a.onAll();
            default -> throw unknown("agreement_with_na", figure);
        };
    }

    private static List<Optional<Applicability.Score>> scores(JsonNode array) {
        List<Optional<Applicability.Score>> scores = new ArrayList<>();
        array.forEach(score -> scores.add(
                score.isNull()
                        ? Optional.empty()
                        : Optional.of(
                                switch (score.asText()) {
                                    case "pass" -> Applicability.Score.PASS;
                                    case "fail" -> Applicability.Score.FAIL;
                                    case "na" -> Applicability.Score.NOT_APPLICABLE;
                                    default -> throw unknown("score", score.asText());
                                })));
        return scores;
    }
}
