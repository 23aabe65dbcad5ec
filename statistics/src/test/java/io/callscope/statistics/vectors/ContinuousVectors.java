package io.callscope.statistics.vectors;

import static io.callscope.statistics.vectors.Inputs.unknown;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.statistics.continuous.BlandAltman;
import io.callscope.statistics.continuous.Concordance;
import io.callscope.statistics.continuous.IntraclassCorrelation;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** How the cases of {@code continuous.json} ask for what the room {@code continuous} computes. */
final class ContinuousVectors {
    private ContinuousVectors() {}

    static @Nullable Object figure(String method, String figure, JsonNode input) {
        return switch (method) {
            case "icc", "bland_altman", "lin_ccc", "icc_ccc" ->
                figure.startsWith("icc") || figure.startsWith("ms")
                        ? icc(figure, IntraclassCorrelation.of(totals(input)), Inputs.confidence(input))
                        : two(figure, input);
            default -> throw unknown(method, figure);
        };
    }

    private static double[][] totals(JsonNode input) {
        if (input.has("matrix")) {
            return Inputs.matrix(input.path("matrix"));
        }
        double[][] totals = new double[input.path("x").size()][];
        for (int i = 0; i < totals.length; i++) {
            totals[i] = new double[] {
                input.path("x").path(i).asDouble(), input.path("y").path(i).asDouble()
            };
        }
        return totals;
    }

    private static Object icc(String figure, IntraclassCorrelation icc, double confidence) {
        return switch (figure) {
            case "msr" -> icc.betweenCalls();
            case "msc" -> icc.betweenRaters();
            case "mse" -> icc.residual();
            case "icc21" -> icc.agreement();
            case "icc31" -> icc.consistency();
            case "icc21_lo" -> icc.agreementInterval(confidence).orElseThrow().lower();
            case "icc21_hi" -> icc.agreementInterval(confidence).orElseThrow().upper();
            case "icc31_lo" -> icc.consistencyInterval(confidence).orElseThrow().lower();
            case "icc31_hi" -> icc.consistencyInterval(confidence).orElseThrow().upper();
            default -> throw unknown("icc", figure);
        };
    }

    private static @Nullable Object two(String figure, JsonNode input) {
        double[] x = Inputs.numbers(input.path("x"));
        double[] y = Inputs.numbers(input.path("y"));
        double confidence = Inputs.confidence(input);
        Optional<Concordance> lin = Concordance.of(x, y);
        BlandAltman limits = BlandAltman.of(x, y, input.path("k").asDouble(BlandAltman.USUAL_REACH))
                .orElseThrow();
        return switch (figure) {
            case "ccc" -> lin.map(Concordance::value).orElse(null);
            case "r", "pearson" -> lin.map(Concordance::pearson).orElse(OptionalDouble.empty());
            case "cb" -> lin.orElseThrow().bias();
            case "se" -> lin.orElseThrow().standardError();
            case "lo" -> lin.orElseThrow().interval(confidence).orElseThrow().lower();
            case "hi" -> lin.orElseThrow().interval(confidence).orElseThrow().upper();
            case "n" -> limits.n();
            case "bias" -> limits.bias();
            case "sd", "sd_diff" -> limits.deviation();
            case "loa" -> limits.limits();
            case "loa_lo" -> limits.limits().lower();
            case "loa_hi" -> limits.limits().upper();
            case "se_bias" -> limits.biasError();
            case "bias_lo" -> limits.biasInterval(confidence).lower();
            case "bias_hi" -> limits.biasInterval(confidence).upper();
            case "se_loa" -> limits.limitError();
            case "se_loa_approx" -> limits.limitErrorOf1986();
            case "loa_lo_lo" -> limits.lowerLimitInterval(confidence).lower();
            case "loa_lo_hi" -> limits.lowerLimitInterval(confidence).upper();
            case "loa_hi_lo" -> limits.upperLimitInterval(confidence).lower();
            case "loa_hi_hi" -> limits.upperLimitInterval(confidence).upper();
            default -> throw unknown("two raters' totals", figure);
        };
    }
}
