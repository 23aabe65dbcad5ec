package io.callscope.statistics.vectors;

import static io.callscope.statistics.vectors.Inputs.unknown;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.statistics.share.DifferenceEstimator;
import io.callscope.statistics.share.Estimate;
import io.callscope.statistics.share.MulticlassShares;
import io.callscope.statistics.share.PostStratifiedShare;
import io.callscope.statistics.share.PredictionPowered;
import io.callscope.statistics.share.RoganGladen;
import io.callscope.statistics.share.Stratum;
import io.callscope.statistics.share.WeightedMean;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the cases of {@code ppi.json}, {@code prevalence.json} and {@code share_correction.json} ask for shares. */
final class ShareVectors {
    private ShareVectors() {}

    static @Nullable Object figure(String method, String figure, JsonNode input) {
        double confidence = Inputs.confidence(input);
        return switch (method) {
            case "ppi_mean" -> {
                PredictionPowered mean = predictionPowered(input);
                yield figure.equals("lam") ? mean.lambda() : estimate(figure, mean.estimate(), confidence);
            }
            case "aipw_mean" -> {
                DifferenceEstimator mean = DifferenceEstimator.of(
                        Inputs.numbers(input.path("F")),
                        Inputs.gaps(input.path("Y")),
                        Inputs.numbers(input.path("pi")),
                        input.path("lam").asDouble());
                yield switch (figure) {
                    case "se_superpop" -> mean.everywhere();
                    case "se_finite_poisson" -> mean.hereOnly();
                    default -> estimate(figure, mean.estimate(), confidence);
                };
            }
            case "hajek_mean" -> {
                WeightedMean mean = WeightedMean.of(Inputs.numbers(input.path("Y")), Inputs.numbers(input.path("pi")));
                yield switch (figure) {
                    case "ht_total" -> mean.total();
                    case "hajek" -> mean.mean();
                    case "se_wr" -> mean.standardError();
                    case "n_eff_kish" -> mean.effectiveSize();
                    default -> throw unknown(method, figure);
                };
            }
            case "stratified_proportion" -> {
                PostStratifiedShare share = new PostStratifiedShare(strata(input));
                yield switch (figure) {
                    case "guard_interval" -> share.exactInterval(confidence);
                    default ->
                        estimate(
                                figure.equals("se_wald") ? "se" : figure,
                                share.estimate().orElseThrow(),
                                confidence);
                };
            }
            case "poststrat_plus1" -> corrected(figure, input, confidence);
            case "poststratified_multiclass" -> multiclass(figure, input);
            case "rogan_gladen" -> roganGladen(figure, input, confidence);
            case "rogan_gladen_known" -> {
                double marked =
                        input.path("positives").asDouble() / input.path("n").asDouble();
                double se = input.path("se").asDouble();
                double sp = input.path("sp").asDouble();
                yield figure.startsWith("raw") ? RoganGladen.raw(marked, se, sp) : RoganGladen.estimate(marked, se, sp);
            }
            default -> throw unknown(method, figure);
        };
    }

    private static PredictionPowered predictionPowered(JsonNode input) {
        double[] labels = Inputs.numbers(input.path("Y"));
        double[] predictions = Inputs.numbers(input.path("Yhat"));
        double[] others = Inputs.numbers(input.path("Yhat_unlabeled"));
        return input.path("lam").isNumber()
                ? PredictionPowered.of(
                        labels, predictions, others, input.path("lam").asDouble())
                : PredictionPowered.of(labels, predictions, others);
    }

    private static double estimate(String figure, Estimate estimate, double confidence) {
        return switch (figure) {
            case "est" -> estimate.value();
            case "se" -> estimate.standardError();
            case "lo" -> estimate.interval(confidence).lower();
            case "hi" -> estimate.interval(confidence).upper();
            default -> throw unknown("estimate", figure);
        };
    }

    private static List<Stratum> strata(JsonNode input) {
        List<Stratum> strata = new ArrayList<>();
        for (int h = 0; h < input.path("Nh").size(); h++) {
            strata.add(new Stratum(
                    input.path("Nh").path(h).asLong(),
                    input.path("nh").path(h).asLong(),
                    input.path("xh").path(h).asLong()));
        }
        return strata;
    }

    private static @Nullable Object corrected(String figure, JsonNode input, double confidence) {
        PostStratifiedShare share = new PostStratifiedShare(strata(input));
        double added = input.path("add").asDouble();
        return switch (figure) {
            case "est" -> share.estimate().map(Estimate::value).orElse(null);
            case "lo" -> share.interval(confidence, added).orElseThrow().lower();
            case "hi" -> share.interval(confidence, added).orElseThrow().upper();
            case "human_only_wilson" -> share.humanOnly(confidence);
            default -> throw unknown("poststrat_plus1", figure);
        };
    }

    private static Object multiclass(String figure, JsonNode input) {
        JsonNode rows = input.path("counts_rows_llm_cols_human");
        long[][] counts = new long[rows.size()][];
        for (int j = 0; j < counts.length; j++) {
            counts[j] = Inputs.longs(rows.path(j));
        }
        List<Estimate> shares = MulticlassShares.of(Inputs.numbers(input.path("llm_share")), counts)
                .orElseThrow();
        return switch (figure) {
            case "corrected_share" -> shares.stream().map(Estimate::value).toList();
            case "se" -> shares.stream().map(Estimate::standardError).toList();
            case "sum" -> shares.stream().mapToDouble(Estimate::value).sum();
            default -> throw unknown("poststratified_multiclass", figure);
        };
    }

    private static Object roganGladen(String figure, JsonNode input, double confidence) {
        RoganGladen.Rate marked = rate(input, "positives", "n");
        RoganGladen.Rate se = rate(input, "se_x", "se_n");
        RoganGladen.Rate sp = rate(input, "sp_x", "sp_n");
        return switch (figure) {
            case "lo" -> RoganGladen.interval(marked, se, sp, confidence).lower();
            case "hi" -> RoganGladen.interval(marked, se, sp, confidence).upper();
            case "estimate" ->
                RoganGladen.estimate(marked.hits() / marked.of(), se.hits() / se.of(), sp.hits() / sp.of());
            default -> throw unknown("rogan_gladen", figure);
        };
    }

    private static RoganGladen.Rate rate(JsonNode input, String hits, String of) {
        return new RoganGladen.Rate(input.path(hits).asDouble(), input.path(of).asDouble());
    }
}
