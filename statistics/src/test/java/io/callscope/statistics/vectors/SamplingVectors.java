package io.callscope.statistics.vectors;

import static io.callscope.statistics.vectors.Inputs.unknown;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.statistics.humans.DoubleScoring;
import io.callscope.statistics.intervals.EffectiveSize;
import io.callscope.statistics.sampling.Allocation;
import io.callscope.statistics.sampling.FlaggedOnly;
import io.callscope.statistics.sampling.InclusionProbabilities;
import io.callscope.statistics.sampling.SampleSizes;
import io.callscope.statistics.share.PredictionPowered;
import java.util.Arrays;

/** How the cases of {@code sampling.json} ask for what the room {@code sampling} and others compute. */
final class SamplingVectors {
    private SamplingVectors() {}

    static Object figure(String method, String figure, JsonNode input) {
        int n = input.path("n").asInt();
        return switch (method) {
            case "neyman" -> Allocation.neyman(Inputs.longs(input.path("Nh")), Inputs.numbers(input.path("Sh")), n);
            case "neyman_int" -> {
                long[] whole = Allocation.whole(
                        Inputs.longs(input.path("Nh")),
                        Inputs.numbers(input.path("Sh")),
                        n,
                        input.path("n_min").asLong());
                yield figure.equals("sum") ? Arrays.stream(whole).sum() : whole;
            }
            case "pps_inclusion" ->
                inclusion(figure, InclusionProbabilities.proportional(Inputs.numbers(input.path("u")), n));
            case "mixture_inclusion" ->
                inclusion(
                        figure,
                        InclusionProbabilities.mixture(
                                Inputs.numbers(input.path("u")),
                                n,
                                input.path("tau").asDouble()));
            case "success_run" ->
                Arrays.stream(Inputs.numbers(input.path("p0")))
                        .mapToLong(p -> SampleSizes.withoutFailure(
                                p, input.path("alpha").asDouble()))
                        .toArray();
            case "mcnemar_n" ->
                SampleSizes.mcNemar(
                        input.path("p01").asDouble(),
                        input.path("p10").asDouble(),
                        input.path("alpha").asDouble(),
                        1 - input.path("beta").asDouble(),
                        input.path("sides").asInt());
            case "min_agreements" ->
                Arrays.stream(Inputs.longs(input.path("n")))
                        .map(size -> SampleSizes.agreements(
                                        size, input.path("threshold").asDouble(), 0.95)
                                .orElseThrow())
                        .toArray();
            case "ni_n" ->
                DoubleScoring.calls(
                        input.path("sigma_d").asDouble(),
                        input.path("delta").asDouble(),
                        input.path("true_diff").asDouble(),
                        input.path("alpha").asDouble(),
                        input.path("power").asDouble());
            case "ppi_neff" ->
                PredictionPowered.effectiveSize(
                        n, input.path("N").asLong(), input.path("rho").asDouble());
            case "kish" -> EffectiveSize.kish(Inputs.numbers(input.path("weights")));
            case "deff" -> {
                double deff = EffectiveSize.plannedDesignEffect(
                        input.path("m").asDouble(), input.path("icc").asDouble());
                yield figure.equals("n_eff") ? n / deff : deff;
            }
            case "selection_bias" -> flagged(figure, input);
            default -> throw unknown(method, figure);
        };
    }

    private static Object inclusion(String figure, double[] pi) {
        return switch (figure) {
            case "pi" -> pi;
            case "sum" -> Arrays.stream(pi).sum();
            case "min_pi" -> Arrays.stream(pi).min();
            case "max_weight" -> 1 / Arrays.stream(pi).min().orElseThrow();
            default -> throw unknown("inclusion", figure);
        };
    }

    private static Object flagged(String figure, JsonNode input) {
        FlaggedOnly review = new FlaggedOnly(
                input.path("prevalence").asDouble(),
                input.path("se").asDouble(),
                input.path("sp").asDouble());
        return switch (figure) {
            case "apparent_precision" -> review.precision();
            case "observed_recall_in_reviewed" -> review.apparentRecall();
            case "true_recall" -> review.sensitivity();
            case "share_of_failures_never_seen" -> review.neverSeen();
            default -> throw unknown("selection_bias", figure);
        };
    }
}
